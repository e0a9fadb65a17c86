-- A formula in an accessible PDF needs an alt text: its TeX source, which pandoc does not pass on.
function Math(math)
  local set = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ math }) }), "typst"):gsub("%s+$", "")
  local alt = '"' .. math.text:gsub('[\\"]', "\\%0"):gsub("\n", " ") .. '"'
  return pandoc.RawInline("typst", "#[#set math.equation(alt: " .. alt .. ");" .. set .. "]")
end
