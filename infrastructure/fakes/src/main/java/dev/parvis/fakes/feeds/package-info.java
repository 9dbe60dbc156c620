/**
 * A host of RSS 2.0, Atom and JSON feeds whose entries are added at run time, and of everything that feed readers meet:
 * validators and 304, moved and vanished feeds, redirects that loop or lead to private addresses, encodings, entity bombs,
 * bodies too large.
 *
 * <pre>
 * GET /feeds/NAME         the feed; 200 with ETag and Last-Modified, 304 when they match, gzip when asked for and enabled
 * GET /sites/NAME         an HTML page that names the feed in a link element
 * GET /redirect?to=URL&amp;status=302     anywhere, such as http://169.254.169.254/latest/meta-data/
 * GET /redirect/loop      to itself;   GET /redirect/N?to=URL   N redirects, then URL
 * GET /hostile/bomb.xml, external.xml, doctype.xml, oversize.xml (8 MiB), gzip-bomb.xml (256 MiB), html.xml, empty.xml,
 *     truncated.xml, latin1.xml (charset by HTTP), windows1252.xml (by declaration), utf16.xml (by BOM), utf8-bom.xml
 *
 * POST /__feeds                  {"name":"news","format":"rss"|"atom"|"json","title":"…"}   201 {"url":"…"}
 * POST /__feeds/NAME/entries     {"id":"…","title":"…","link":"…","html":"…","author":"…","published":"…"}   201
 * POST /__feeds/NAME             {"validators":"both"|"etag"|"last-modified"|"none","gzip":true,"status":410,
 *                                 "location":"…","retry_after":"120","charset":"ISO-8859-1"}   204
 * GET  /__posts                  [{"feed","id","title","link"}]
 * </pre>
 */
@NullMarked
package dev.parvis.fakes.feeds;

import org.jspecify.annotations.NullMarked;
