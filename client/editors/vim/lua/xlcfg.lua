-- The language server for Neovim 0.7 to 0.10, which have no vim.lsp.enable().

local M = {}

-- Starts a server for the folder of each xlcfg buffer from now on.
-- `settings` are those of the section `xlcfg`, such as { xenVersion = '4.17' }.
function M.enable(settings)
  local clients = {} -- by folder
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'xlcfg',
    group = vim.api.nvim_create_augroup('xlcfg', {}),
    callback = function()
      local folder = vim.fn.expand('%:p:h')
      clients[folder] = clients[folder]
        or vim.lsp.start_client({
          name = 'xlcfg',
          cmd = { 'xlcfg-language-server', '--stdio' },
          root_dir = folder,
          init_options = { settings = { xlcfg = settings or vim.empty_dict() } },
        })
      vim.lsp.buf_attach_client(0, clients[folder])
      vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
    end,
  })
end

return M
