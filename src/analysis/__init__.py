"""Standpoint: what an organisation has stated, since when, in which words, with what.

A folder of texts becomes tables, and the tables become reports. To find a thing, ask what goes in
and what comes out, and read down; a module imports only from lines below its own::

    cli           the command line: options in, exit status out
    render        notebooks -> HTML and PDF
    claims        sentences of the report, each bound to the rows that carry it
    figures       one function per figure: a table in, a picture out
    exports       tables -> CSV, Parquet, the codebook to begin with
    blocks        what a notebook shows, the same in HTML, PDF and terminal
    study         all tables of one corpus under one codebook, computed once
    chronology    positions -> links, threads, silences
    sources       what was read, and what each date rests on
    topics        groups of passages that use the same words
    themes        themes of the codebook that stand together more than by chance
    positions     who took which stance on what, in one sentence
    statements    who said what: holder, cue, content, mode
    mentions      where the themes of the codebook stand
    vectors       passages -> a document-term matrix
    groups        passages by speaker, period or outlet
    sampling      how sure a share or a measure is
    acts          which documents report the same declaration or speech
    corpus        a folder -> documents -> passages
    dates         every date a text states or implies
    codebook      the coding rules of a subject: CSV -> checked rows
    formats       bytes of a file -> its text
    text          paragraphs, sentences, headings, page furniture
    patterns      many phrases found in one pass
    cache         what was computed once is kept
    tables        the columns of every table, and the check that they hold
"""
