-- Asks Neovim what it shows of the guest, by the functions that its keys call. Works from 0.7 on.

local questions = vim.fn.json_decode(vim.env.XLCFG_QUESTIONS)
local seen = {}
local WAIT_MS = 180000

local function await(what, holds)
  if not vim.wait(WAIT_MS, holds, 50) then
    error('Waited in vain for ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function go(place)
  vim.api.nvim_win_set_cursor(0, { place.line + 1, place.character })
end

local function keys(typed, mode)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(typed, true, false, true), mode, false)
end

-- What the text becomes; the buffer is as before afterwards.
local function changed(what, change)
  local before = text()
  change()
  await(what, function() return text() ~= before end)
  local after = text()
  vim.cmd('silent undo')
  if text() ~= before then
    error('Undo brings back something else after ' .. what)
  end
  return after
end

local function diagnostics()
  await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  return vim.tbl_map(function(one)
    return { line = one.lnum, severity = one.severity, message = one.message }
  end, vim.diagnostic.get(0))
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function hover()
  go(questions.hover)
  vim.lsp.buf.hover()
  await('the hover', floating)
  local window = floating()
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

-- Types the key for completion and looks at the menu while Neovim waits for the next key.
local function completion()
  go({ line = questions.completion.line, character = questions.completion.character - 1 })
  local labels
  local started = vim.loop.now()
  local timer = vim.loop.new_timer()
  timer:start(50, 50, vim.schedule_wrap(function()
    if labels ~= nil then
      return
    end
    if vim.fn.pumvisible() == 1 then
      labels = vim.tbl_map(function(item) return item.abbr ~= '' and item.abbr or item.word end,
        vim.fn.complete_info({ 'items' }).items)
      keys('<C-y><Esc>', 'n')
    elseif vim.loop.now() - started > WAIT_MS then
      labels = {}
      keys('<Esc>', 'n')
    end
  end))
  local after = changed('completion', function() keys('a<C-x><C-o>', 'x!') end)
  timer:close()
  return labels, after
end

-- Takes, of the actions that the menu shows, the one that `fits`.
local function act(fits, options)
  local select = vim.ui.select
  vim.ui.select = function(items, shown, take)
    for index, item in ipairs(items) do
      local title = shown.format_item and shown.format_item(item) or tostring(item)
      if fits(title) then
        take(item, index)
        return
      end
    end
    take(nil)
  end
  local after = changed('a code action', function()
    vim.lsp.buf.code_action(options)
  end)
  vim.ui.select = select
  return after
end

local function fixed()
  go(questions.fix)
  local taken
  local after = act(function(title)
    taken = title
    return true
  end)
  return after, taken
end

-- Until 0.7 the function took the context itself.
local function fixedAll()
  local context = { only = { 'source.fixAll.xlcfg' }, diagnostics = {} }
  return act(
    function() return true end,
    vim.fn.has('nvim-0.8') == 1 and { context = context, apply = true } or context
  )
end

local function disabled()
  go(questions.fix)
  return (act(function(title) return vim.startswith(title, 'Disable ') end))
end

local function platform()
  local params = { command = 'xlcfg.platform', arguments = { vim.uri_from_bufnr(0) } }
  local answers = vim.lsp.buf_request_sync(0, 'workspace/executeCommand', params, WAIT_MS)
  local _, answer = next(answers)
  return vim.tbl_map(function(name)
    local value = answer.result[name]
    return value.text .. ': ' .. value.detail
  end, { 'xenVersion', 'architecture' })
end

local function formatted()
  return changed('formatting', function()
    if vim.lsp.buf.format then
      vim.lsp.buf.format({ timeout_ms = WAIT_MS })
    else
      vim.lsp.buf.formatting_sync(nil, WAIT_MS)
    end
  end)
end

local function renamed()
  return changed('renaming', function()
    go(questions.rename)
    vim.lsp.buf.rename(questions.rename.to)
  end)
end

local function hints()
  await('inlay hints', function() return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0 end)
  return vim.tbl_map(function(one)
    local hint = one.inlay_hint
    return { line = hint.position.line, character = hint.position.character, label = hint.label }
  end, vim.lsp.inlay_hint.get({ bufnr = 0 }))
end

local function tokens()
  local function at(place)
    return (vim.lsp.semantic_tokens.get_at_pos(0, place.line, place.character) or {})[1]
  end
  await('semantic tokens', function() return at(questions.tokens[1]) ~= nil end)
  return vim.tbl_map(function(place)
    local token = at(place) or { type = '', modifiers = {} }
    local modifiers = vim.tbl_keys(token.modifiers)
    table.sort(modifiers)
    return { type = token.type, modifiers = modifiers }
  end, questions.tokens)
end

local function look()
  seen.diagnostics = diagnostics()
  seen.hover = hover()
  seen.fixed, seen.fix = fixed()
  seen.fixedAll = fixedAll()
  seen.disabled = disabled()
  seen.platform = platform()
  seen.completion, seen.completed = completion()
  seen.renamed = renamed()
  seen.formatted = formatted()
  if vim.lsp.inlay_hint then
    seen.hints = hints()
  end
  if vim.lsp.semantic_tokens then
    seen.tokens = tokens()
  end
end

vim.schedule(function()
  local fine, reason = xpcall(look, debug.traceback)
  if not fine then
    seen = { error = tostring(reason) }
  end
  local file = vim.env.XLCFG_SEEN
  vim.fn.writefile({ vim.fn.json_encode(seen) }, file .. '.part')
  vim.fn.rename(file .. '.part', file)
end)
