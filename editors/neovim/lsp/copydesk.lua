-- Copydesk for Neovim: found by `vim.lsp.enable` (0.11 and later) on the runtime path, and by plugin/copydesk.lua before.
return {
  cmd = { 'copydesk', 'serve' },
  filetypes = { 'markdown', 'markdown.mdx', 'mdx', 'text', 'mail', 'quarto', 'rmd', 'pandoc', 'asciidoc', 'rst' },
  root_markers = { 'copydesk.json', '.copydesk.json', '.git' },
  settings = { copydesk = {} },
}
