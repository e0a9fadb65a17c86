-- What pandoc's typst writer leaves out and an accessible PDF needs: the alt text of an image, and
-- that of a formula, which is its TeX source.
local function literal(text)
  return '"' .. text:gsub('[\\"]', "\\%0"):gsub("\n", " ") .. '"'
end

function Image(image)
  local alt = literal(pandoc.utils.stringify(image.caption))
  return pandoc.RawInline("typst", "#image(" .. literal(image.src) .. ", alt: " .. alt .. ")")
end

function Math(math)
  local set = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ math }) }), "typst"):gsub("%s+$", "")
  local alt = literal(math.text)
  return pandoc.RawInline("typst", "#[#set math.equation(alt: " .. alt .. ");" .. set .. "]")
end
