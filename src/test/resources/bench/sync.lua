math.randomseed(os.time())
local random, format = math.random, string.format
local made = 0
local function id() -- UUIDv7, as phones make them
  made = made + 1
  local millis = os.time() * 1000 + made %% 1000
  return format("%%08x-%%04x-7%%03x-8%%03x-%%06x%%06x", math.floor(millis / 0x10000), millis %% 0x10000,
    random(0, 0xfff), random(0, 0xfff), random(0, 0xffffff), random(0, 0xffffff))
end
request = function()
  local records = {}
  for i = 1, %d do
    records[i] = '{"id":"' .. id() .. '","type":"lesson.opened","at":"%s","data":{"lesson":"%s","version":"%s"}}'
  end
  return wrk.format("POST", nil, nil, '{"device":"bench","records":[' .. table.concat(records, ",") .. ']}')
end
