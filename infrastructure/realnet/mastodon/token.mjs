// Prints an access token for an account of a snac2 server, taken through its OAuth flow as an app and its user would.
// Usage: node token.mjs BASE_URL LOGIN     (the password on stdin, so that no process list shows it)
import { readFileSync } from 'node:fs'

const [base, login] = process.argv.slice(2)
const password = readFileSync(0, 'utf8').trim()
const redirect = 'urn:ietf:wg:oauth:2.0:oob' // the code comes back as the body of a page, not by a redirect

async function text(path, form) {
  const answer = await fetch(base + path, form && { method: 'POST', body: new URLSearchParams(form) })
  const body = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body}`)
  return body
}

const app = JSON.parse(
  await text('/api/v1/apps', { client_name: 'Parvis', redirect_uris: redirect, scopes: 'read write follow' }),
)
const asked = new URLSearchParams({ client_id: app.client_id, redirect_uri: redirect, response_type: 'code', scope: 'read write follow' })
const page = await text(`/oauth/authorize?${asked}`)

const hidden = {}
for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
  hidden[/name="([^"]*)"/.exec(input)[1]] = /value="([^"]*)"/.exec(input)?.[1] ?? ''
}
const code = await text('/oauth/x-snac-login', { ...hidden, login, passwd: password })

const granted = JSON.parse(
  await text('/oauth/token', {
    grant_type: 'authorization_code',
    code: code.trim(),
    client_id: app.client_id,
    client_secret: app.client_secret,
    redirect_uri: redirect,
  }),
)
if (!granted.access_token) throw new Error('no access token in the answer of /oauth/token')
console.log(granted.access_token)
