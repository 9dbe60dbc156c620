// Preloaded: whoever listens without naming an address listens on 127.0.0.1, not on every interface of the machine.
const net = require('node:net')

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  const isPort = typeof first === 'number' || /^\d+$/.test(first)
  if (isPort && typeof rest[0] !== 'string') return listen.call(this, first, '127.0.0.1', ...rest)
  const isOptions = first !== null && typeof first === 'object' && first.port !== undefined
  if (isOptions && !first.host && !first.path) return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest)
  return listen.call(this, first, ...rest)
}
