// Runs the whole Bluesky network in one process, with two accounts, until SIGTERM.
// Usage: node network.mjs PATH_OF_DEV_ENV FILE   (FILE appears, whole, when everything answers: shell exports)
// Environment: REDIS_HOST and DB_POSTGRES_URL; TMPDIR is where the PDS keeps its data. PLC is in memory: nothing outlives the process.
import { randomBytes } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [devEnv, file] = process.argv.slice(2)
const { TestNetwork } = await import(pathToFileURL(devEnv).href)

const network = await TestNetwork.create({
  dbPostgresSchema: 'parvis',
  // Files of 100 MB, as the PDS that people install for themselves is set up.
  pds: { hostname: 'localhost', enableDidDocWithSession: true, blobUploadLimit: 104_857_600 },
})

process.once('SIGTERM', () => {
  network.close().then(
    () => process.exit(0),
    (failure) => {
      console.error(failure)
      process.exit(1)
    },
  )
})

async function call(method, body, token) {
  const answer = await fetch(`${network.pds.url}/xrpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

// What Parvis is given is an app password, as a community manager would give it; the account's own is thrown away.
async function account(prefix, name) {
  const handle = `${name}.test`
  const own = randomBytes(18).toString('base64url')
  const { accessJwt, did } = await call('com.atproto.server.createAccount', { email: `${name}@mail.test`, handle, password: own })
  const { password } = await call('com.atproto.server.createAppPassword', { name: 'parvis' }, accessJwt)
  return { [`${prefix}HANDLE`]: handle, [`${prefix}DID`]: did, [`${prefix}PASSWORD`]: password }
}

const exports = {
  PARVIS_REAL_BLUESKY_URL: network.pds.url,
  PARVIS_REAL_BLUESKY_APPVIEW_URL: network.bsky.url,
  PARVIS_REAL_BLUESKY_PLC_URL: network.plc.url,
  ...(await account('PARVIS_REAL_BLUESKY_', 'alice')),
  ...(await account('PARVIS_REAL_BLUESKY_OTHER_', 'bob')),
}
await network.processAll()

const lines = Object.entries(exports).map(([key, value]) => `export ${key}='${value}'\n`)
writeFileSync(`${file}.part`, lines.join(''), { mode: 0o600 })
renameSync(`${file}.part`, file)
