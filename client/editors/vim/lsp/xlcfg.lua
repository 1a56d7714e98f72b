-- The language server for Neovim 0.11 and newer: vim.lsp.enable('xlcfg')

---@type vim.lsp.Config
return {
  cmd = { 'xlcfg-language-server', '--stdio' },
  filetypes = { 'xlcfg' },
  -- The folder of a file is its workspace: the guests in it are compared with each other.
  root_dir = function(buffer, start)
    start(vim.fs.dirname(vim.api.nvim_buf_get_name(buffer)))
  end,
}
