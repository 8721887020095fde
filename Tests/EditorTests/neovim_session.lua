-- One session of a reporter in Neovim: open a draft, wait for findings, hover, take a quick fix. What happened is written as
-- JSON to $COPYDESK_REPORT. Needs nothing but Neovim 0.7 or later.
local report = { diagnostics = {}, actions = {} }

local function finish()
  local file = assert(io.open(os.getenv('COPYDESK_REPORT'), 'w'))
  file:write(vim.json.encode(report))
  file:close()
  vim.cmd('qall!')
end

local function run()
  local function diagnostics()
    return vim.tbl_map(function(found)
      return { code = found.code, line = found.lnum, column = found.col, message = found.message }
    end, vim.diagnostic.get(0))
  end

  assert(vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no diagnostics came')
  report.diagnostics = diagnostics()

  -- Hover as `K` asks for it, on the word that the test names.
  local word = os.getenv('COPYDESK_HOVER')
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(word, 1, true)
    if column then vim.api.nvim_win_set_cursor(0, { number, column - 1 }) break end
  end
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 5000) or {}) do
    report.hover = answer.result and answer.result.contents.value
  end

  -- The first fix of the finding that the test names, applied as the editor applies it.
  local code = os.getenv('COPYDESK_FIX')
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.code == code then
      vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
      break
    end
  end
  params = vim.lsp.util.make_range_params(0, 'utf-16')
  params.context = { diagnostics = {} }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000) or {}) do
    for _, action in ipairs(answer.result or {}) do table.insert(report.actions, action.title) end
    local first = (answer.result or {})[1]
    if first then vim.lsp.util.apply_workspace_edit(first.edit, 'utf-16') end
  end
  report.buffer = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  -- What was put right is found no more.
  vim.wait(5000, function()
    return not vim.tbl_contains(vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(0)), code)
  end, 20)
  report.after = diagnostics()
end

vim.defer_fn(function()
  local ok, failure = pcall(run)
  if not ok then report.failure = tostring(failure) end
  finish()
end, 0)
