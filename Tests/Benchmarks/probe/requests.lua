-- The requests of an estate for wrk, in turn: a document, the keys, a token. ESTATE names the file.
local requests, position = {}, 0

local file = assert(io.open(os.getenv("ESTATE")))
for path, client in file:read("*a"):gmatch('"https://localhost:%d+(/[%x-]+)", "client_id": "([%x-]+)"') do
  requests[#requests + 1] = {"GET", path .. "/v2.0/.well-known/openid-configuration"}
  requests[#requests + 1] = {"GET", path .. "/discovery/v2.0/keys"}
  requests[#requests + 1] = {
    "POST", path .. "/oauth2/v2.0/token",
    "client_id=" .. client .. "&client_secret=" .. string.rep("s", 40) ..
      "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&grant_type=client_credentials"}
end
file:close()

function request()
  position = position % #requests + 1
  local method, path, form = unpack(requests[position])
  local headers = form and {["Content-Type"] = "application/x-www-form-urlencoded"} or nil
  return wrk.format(method, path, headers, form)
end
