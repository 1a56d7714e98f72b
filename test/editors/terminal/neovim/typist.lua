-- Types into Neovim as a person does who looks at the screen after every word, and writes down the text at the end.

-- In a file: tmux refuses a command, with its environment, of more than 16 KiB.
local strokes = vim.fn.json_decode(vim.fn.readfile(vim.env.XLCFG_STROKES))
local WAIT_MS = 180000
-- Neovim's timers for completion are shorter; those of one loop fire in the order of their times.
local AFTER_TIMERS_MS = 40
-- More than anybody goes through.
local MOST_STEPS = 60

local KEYS = { Enter = '<CR>', Tab = '<Tab>', Backspace = '<BS>' }

local handled = 0
vim.on_key(function(_, typed)
  if typed ~= nil and typed ~= '' then
    handled = handled + 1
  end
end)

local typist

local function pause(ms)
  vim.defer_fn(function()
    local fine, reason = coroutine.resume(typist)
    if not fine then
      error(reason)
    end
  end, ms)
  coroutine.yield()
end

local function await(what, holds)
  local started = vim.uv.now()
  while not holds() do
    if vim.uv.now() - started > WAIT_MS then
      error('Waited in vain for ' .. what)
    end
    pause(5)
  end
end

local function is_idle()
  for _, client in ipairs(vim.lsp.get_clients()) do
    for _, request in pairs(client.requests) do
      if request.type == 'pending' then
        return false
      end
    end
  end
  return true
end

-- Until all that the last key leads to is done.
local function settle()
  pause(AFTER_TIMERS_MS)
  await('answers', is_idle)
  pause(1)
end

local function press(key)
  local before = handled
  vim.api.nvim_input(key)
  await('the key ' .. key, function() return handled > before end)
end

local function selected()
  local info = vim.fn.complete_info({ 'selected', 'items', 'pum_visible' })
  local item = info.pum_visible == 1 and info.items[info.selected + 1] or nil
  return item and (item.abbr ~= '' and item.abbr or item.word)
end

local function is_label(shown, wanted)
  local pattern = '^' .. vim.pesc(wanted):gsub('…', '.*') .. '$'
  return shown ~= nil and shown:find(pattern) ~= nil
end

local function choose(label)
  if vim.fn.pumvisible() == 0 then
    vim.lsp.completion.get()
    settle()
  end
  for _ = 1, MOST_STEPS do
    if is_label(selected(), label) then
      press('<C-y>')
      return
    end
    press('<C-n>')
    settle()
  end
  error(label .. ' is not among ' .. vim.inspect(vim.fn.complete_info({ 'items' }).items, { depth = 2 }))
end

local function act(stroke)
  if stroke.kind == 'type' then
    if not stroke.text:find('^%w$') then
      settle()
    end
    press(stroke.text == '<' and '<lt>' or stroke.text)
    return
  end
  settle()
  if stroke.kind == 'choose' then
    choose(stroke.label)
    settle()
  elseif stroke.key == 'Suggest' then
    vim.lsp.completion.get()
  elseif stroke.key == 'CloseList' then
    press('<CR>')
    settle()
    press(']')
  elseif stroke.key ~= 'Escape' then
    press(KEYS[stroke.key])
  elseif vim.fn.pumvisible() == 1 then
    press('<C-e>')
  end
end

-- The lines of the window with the signature at the cursor.
local function signature()
  vim.lsp.buf.signature_help()
  local window
  await('the signature', function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' and vim.fn.pumvisible() == 0 then
        window = one
      end
    end
    return window ~= nil
  end)
  return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
end

local function type_all()
  await('the server', function()
    local client = vim.lsp.get_clients()[1]
    return client ~= nil and client.initialized
  end)
  -- Answered once the server has read the other files.
  local client = vim.lsp.get_clients()[1]
  client:request_sync('workspace/symbol', { query = 'store' }, WAIT_MS, 0)
  vim.cmd.startinsert()
  for _, stroke in ipairs(strokes) do
    act(stroke)
  end
  settle()
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  local seen = { text = table.concat(lines, '\n') }
  if vim.env.XLCFG_ASKS == 'signature' then
    if vim.fn.pumvisible() == 1 then
      press('<C-e>')
    end
    seen.signature = signature()
  end
  return seen
end

local function write(seen)
  local file = vim.env.XLCFG_SEEN
  vim.fn.writefile({ vim.fn.json_encode(seen) }, file .. '.part')
  vim.fn.rename(file .. '.part', file)
end

typist = coroutine.create(function()
  local fine, result = xpcall(type_all, debug.traceback)
  write(fine and result or { error = tostring(result) })
end)

vim.schedule(function()
  coroutine.resume(typist)
end)
