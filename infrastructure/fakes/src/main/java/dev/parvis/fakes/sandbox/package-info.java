/**
 * The sandbox: a social network of our own that needs no account, for the demo and for tests. It keeps what is published
 * in a folder across restarts, simulates people who answer in French and English (kind, hostile, spamming), and sends
 * signed webhooks about them. Everything simulated is a function of a post's id and the time, so that two runs tell the
 * same story.
 *
 * <h2>The API, {@code /sandbox/v1}</h2>
 *
 * JSON in UTF-8; times are UTC with milliseconds; every error is {@code {"error":code,"message":text}}. All but connect
 * and refresh want {@code Authorization: Bearer <access_token>}: 401 {@code invalid_token} or {@code expired_token}.
 * 300 requests per 5 minutes and account: {@code RateLimit-Limit}, {@code RateLimit-Remaining}, {@code RateLimit-Reset}
 * (unix seconds), then 429 {@code rate_limited} with {@code Retry-After} (seconds).
 *
 * <pre>
 * POST /connect   {"account":"cafe-lumiere","name":"Café Lumière"}     account [a-z0-9-]{1,40}, else 422 invalid_account
 *   200 {"access_token":"sat_…","expires_in":900,"refresh_token":"srt_…","refresh_expires_in":2592000,"account":ACCOUNT}
 * POST /refresh   {"refresh_token":"srt_…"}                            200 the same shape, a new pair; the old refresh token
 *                                                                      leads to the same successor for 2 h, then 401
 *                                                                      invalid_refresh_token
 * GET  /account                                                        200 ACCOUNT
 * GET  /limits                                                         200 {"text":{"max":500,"unit":"graphemes"},
 *        "images":{"max":4,"bytes":2000000,"alt":1000,"types":["image/jpeg","image/png","image/gif","image/webp"]},
 *        "videos":{"bytes":20000000,"types":["video/mp4"]},"polls":{"max":4,"option":50,"shortest":300,"longest":2592000},
 *        "thread":{"max":24},"comments":true}   what a server does not tell it has not: videos, polls, threads, comments
 * POST /media     raw bytes, Content-Type image/… or video/mp4         201 {"id":"m_…","type":"image/png","bytes":1234}
 *                 the same bytes give the same id; 413 too_large, 415 unsupported_media
 * POST /posts     {"key":"01J…","text":"…","language":"fr","media":[{"id":"m_…","alt":"…"}],"reply_to":null,
 *                  "poll":{"options":["Oui","Non"],"open_seconds":86400,"multiple":false}}
 *                 key [A-Za-z0-9_-]{1,64} is the idempotency: 201 POST; 200 POST when the same came before; 409 key_taken
 *                 (with "post":POST) when something else did; 410 post_deleted when it was deleted since.
 *                 reply_to: a post's id, one's own comment's or mention's, or null; language, media, reply_to, poll may be absent.
 *                 A video stands alone, and so does a poll.
 *                 422 key_invalid, text_empty (and no media), text_too_long, media_unknown, media_too_many, alt_too_long,
 *                 reply_unknown, poll_invalid, poll_with_media
 * GET  /posts     ?limit=20&amp;cursor=…   one's own, newest first     200 {"posts":[POST],"cursor":"…"}  cursor absent at the end
 *                 ?key=01J…             the one of a key              200 {"posts":[POST]} or {"posts":[]}
 * GET  /posts/ID                                                       200 POST, 404 not_found
 * DELETE /posts/ID                                                     204, again 404
 * GET  /inbox     ?limit=50&amp;after=CURSOR  comments and mentions, oldest first
 *                                                                      200 {"items":[ITEM],"cursor":"…"}  always a cursor
 * GET  /posts/ID/comments                                              200 {"items":[ITEM]}  hidden ones included
 * GET  /comments/ID                                                    200 ITEM
 * POST /comments/ID/hide, /comments/ID/unhide                          200 ITEM, repeatable
 * DELETE /comments/ID                                                  204, again 404
 * GET  /search    ?q=words&amp;limit=50&amp;after=CURSOR  what strangers wrote, all words, any case   as /inbox
 * POST /blocks    {"author":"troll.92"}                                204, repeatable: what they write from now on is not seen
 * DELETE /blocks/AUTHOR                                                204
 * PUT  /webhook   {"url":"http://…"}      422 url_invalid              200 {"url":"…","secret":"whsec_…"}; DELETE 204
 *
 * ACCOUNT {"id":"cafe-lumiere","handle":"cafe-lumiere","name":"Café Lumière","url":"http://…/cafe-lumiere",
 *          "followers":1280,"posts":3}
 * POST    {"id":"p_1","key":"01J…","account":"cafe-lumiere","text":"…","language":"fr","media":[{"id":"m_…","alt":"…",
 *          "type":"image/png","url":"http://…/media/m_…"}],"reply_to":null,"poll":null,"url":"http://…/cafe-lumiere/p_1",
 *          "created_at":"2026-01-15T10:00:00.000Z","counts":{"views":120,"likes":9,"shares":1,"comments":4}}
 * ITEM    {"id":"c_p_1_2","kind":"comment","account":"cafe-lumiere","post":"p_1","author":{"id":"marie.l","name":"Marie L."},
 *          "text":"…","language":"fr","created_at":"…","url":"http://…","hidden":false}
 *         kind "mention": post is null, the id begins with "x_"; mentions are read-only (hide and delete answer 404)
 * </pre>
 *
 * Webhooks: Standard Webhooks 1.0.0, {@code webhook-id: msg_<item id>} the same on each attempt, body {@code
 * {"type":"comment.created"|"mention.created","timestamp":"…","data":ITEM}}, for items from the
 * registration on; attempts at once and after 5, 30, 120 and 600 s; 2xx ends it, 410 removes the webhook. Counts grow with age and never fall.
 *
 * <h2>The gallery, {@code /gallery/v1}</h2>
 *
 * The same accounts and tokens on a network that publishes in two phases, as Instagram and Threads do: what is to be seen is
 * uploaded to {@code /sandbox/v1/media} (JPEG and MP4), put into containers, and a container is published once. Nothing
 * but pictures and films with a caption is published, and all is limited in 24 hours: 400 containers, 25 posts.
 *
 * <pre>
 * POST /containers {"media":"m_…","alt":"…","caption":"…"}              201 {"id":"17800000000000012"}
 *                  {"media":"m_…","alt":"…","carousel_item":true}       a child: it is published with its parent only
 *                  {"children":["178…","178…"],"caption":"…"}           2 to 10 children that are FINISHED
 *                  422 caption_too_long (2200), alt_too_long, media_unknown, media_type, carousel_size, child_unknown,
 *                  child_not_ready, child_failed, child_expired; 429 container_limit
 * GET  /containers/ID  200 {"id":"…","status":"IN_PROGRESS|FINISHED|ERROR|EXPIRED|PUBLISHED","reason":"…"}  EXPIRED after
 *                  24 h unless published; 404 container_unknown
 * POST /publish    {"container":"178…"}   201 POST; 400 not_ready, container_failed, container_expired, already_published
 *                  (which does not say as what); 403 quota_reached; 404 container_unknown
 * GET  /quota      200 {"used":2,"total":25,"seconds":86400}
 * GET  /posts      ?limit=25&amp;cursor=…   one's own, newest first, as /sandbox/v1/posts; DELETE /posts/ID 204, again 404
 * POST /posts/ID/comments {"text":"…"}  201 POST;  GET /posts/ID/comments  200 {"comments":[POST]}  one's own
 * </pre>
 *
 * {@code POST /__gallery {"processing_ms":20000,"quota":3,"breaks":"download_failed"}}: from now on containers take that
 * long, accounts publish so many, and the next container ends in ERROR with that reason.
 *
 * <h2>The echo, {@code /echo/v1}</h2>
 *
 * The same accounts and tokens on a network that knows no key and refuses what is there already by naming it, as LinkedIn
 * does.
 *
 * <pre>
 * POST /posts     {"text":"…"}   201 POST; 422 duplicate with "Content is a duplicate of p_12", text_invalid (500)
 * GET  /posts/ID  200 POST, 404; DELETE /posts/ID 204, again 404
 * </pre>
 *
 * <h2>Beside it</h2>
 *
 * {@code GET /} is a page that shows what was published; {@code GET /__posts} lists it; {@code POST /__people
 * {"post":"p_1","author":"lea","text":"…","language":"fr"}} lets somebody comment now (without {@code post}: {@code
 * "account"}, a mention); the rest is {@link dev.parvis.fakes.http.ControlRoutes}. A comment that is answered 400 and made all the same, as was seen
 * on a network of many: {@code POST /__faults {"method":"POST","path":"/sandbox/v1/posts","contains":"\"reply_to\":\"p_",
 * "fault":"answer_after_effect","status":400}}.
 */
@NullMarked
package dev.parvis.fakes.sandbox;

import org.jspecify.annotations.NullMarked;
