/**
 * The ports of {@code domain} over the one DynamoDB table; the only module that knows its keys.
 * <p>
 * Every key is built in {@link dev.parvis.table.Keys}, tenant first, so that a caller reaches only what its verified
 * workspace names. Every pattern is one Query or GetItem, over a sparse index of its own where the base key does not
 * serve (a list whose index holds keys only reads its rows in one batch after it); nothing scans. Each aggregate has a
 * hand-written codec. Instants are kept to the millisecond.
 *
 * <pre>
 * what                     pk                              sk                      index (partition, sort)
 * workspace, member        W#w                             META, MEMBER#subject    ByMember (MEMBER#subject, W#w)
 * brand, channel           W#w                             BRAND#b, CHANNEL#c
 * one account, one channel W#w                             ACCOUNT#network#account
 * how many are left        W#w                             COUNT#BRANDS, COUNT#CHANNELS#b
 * stops, links that stop    W#w                             HOLDS, STOPLINK#subject
 * rule, endpoint           W#w                             RULE#b#r, ENDPOINT#e
 * media                    W#w                             MEDIA#m                 MediaByTime (W#w#MEDIA#b, time#m)
 * source, report           W#w                             SOURCE#s, REPORT#r      ReportsByTime (W#w#REPORTS#b, time#r)
 * order to measure, renew  W#w                             MEASURE#c, REFRESH#c
 * order to seal, look ahead  W#w                           SEAL#AUDIT, WEEKLY#WEEK
 * cursor, entry drafted    W#w#SOURCE#s                    CURSOR, DRAFTED#digest
 * credential               W#w#TOKEN#c                     TOKEN
 * post                     W#w#POST#p                      POST                    Calendar (W#w#CALENDAR#b#month, due#p)
 * target, content          W#w#POST#p                      POST#TARGET#c, REVISION#n
 * check before its time    W#w#POST#p                      CHECK
 * how far posts are checked  PREFLIGHT                     SWEPT
 * target that a stop holds  (the row itself)                                        Calendar (W#w#SUSPENDED#b, due#target)
 * wanted at another time   W#w#POST#p                      WANTED#instant          Calendar (W#w#WANTED#b, instant#p)
 * series, what it says     W#w, W#w#SERIES#s               SERIES#b#s, SAYING#id
 * calendar link            W#w                             CALENDARLINK#b#id
 * import, its rows         W#w, W#w#IMPORT#i               IMPORT#i, ROWS#first, FAULT#line#column
 * slots, who stands where   W#w, W#w#BOOKED#c               SLOTS#c, instant
 * item, interaction        W#w#ITEM#digest                 ITEM, TEXT              Inbox (W#w#INBOX#b#handling, found#id)
 * mention                  W#w#MENTION#b                   digest                  MentionsByTime (W#w#MENTION#b, found#id)
 * figures                  W#w#METRICS#c                   ACCOUNT#day, POST#day#p
 * notice on its way        W#w#DELIVERY#event              recipient
 * sent to an endpoint      W#w#SENT#e               time#event
 * webhook taken            W#w#INBOUND#c, W#w#INBOUNDBODY#c  its sender's id
 * audit, what was written  W#w#AUDIT#month, W#w#WRITTEN#month  time#id
 * what was done to a post  (the row itself)                                        HistoryOfPost (W#w#HISTORY#p, time#id), INCLUDE what is told
 * seals of the audit       W#w#SEALS                       number
 * answers remembered       W#w#IDEMPOTENCY                 hash of scope and key
 * all work that waits      (the row itself)                                        Due (KIND#shard, instant), INCLUDE every, claims
 * work given up            (the row itself)                                        Stuck (W#w#STUCK, since#KIND)
 * </pre>
 *
 * Every write leaves a {@code mark}, a word drawn for that write alone: when the SDK repeats a write whose answer was
 * lost, the failed condition shows our own mark, and the write counts as what it was, a success. A transaction carries
 * a token instead, which the SDK repeats.
 * <p>
 * A row of work is under 1 KB with its longest realistic values, so that a claim costs 3 write units (the row, and two
 * for moving it in {@code Due}), progress 1 and the end 2. {@code claims} stands in {@code Due} so that looking past
 * what others hold costs no failed write. Indexes that hold rows of work hold keys only: a claim must not touch them.
 */
@NullMarked
package dev.parvis.table;

import org.jspecify.annotations.NullMarked;
