local attempts = {"%s"}
local made = -1
local take = os.time() %% 200 + 1
local body = string.rep("x", %d)
request = function()
  made = made + 1
  local attempt = attempts[made %% #attempts + 1]
  local seq = math.floor(made / #attempts)
  return wrk.format("PUT", "/api/attempts/" .. attempt .. "/takes/" .. take .. "/chunks/" .. seq, nil, body)
end
