-- Starts Copydesk for the file types of lsp/copydesk.lua, by the means of the Neovim at hand.
if vim.lsp.enable then
  vim.lsp.enable('copydesk')
  return
end

-- Before 0.11: one server for all buffers, started by the first.
local config = dofile(vim.api.nvim_get_runtime_file('lsp/copydesk.lua', false)[1])
local client
vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  callback = function(event)
    if not client or vim.lsp.client_is_stopped(client) then
      client = vim.lsp.start_client({ name = 'copydesk', cmd = config.cmd, settings = config.settings, root_dir = vim.fn.getcwd() })
    end
    if client then
      vim.lsp.buf_attach_client(event.buf, client)
    end
  end,
})
