/**
 * The report's figures and posts as files that a spreadsheet opens with a double click.
 *
 * <p>UTF-8 with a byte order mark, or Excel reads accents as Windows-1252. The separator is the one that Excel expects
 * in the reader's language, because Excel takes it from the machine's regional settings and has no other way to be
 * told that other readers survive ({@code sep=;} is a first row to them): a semicolon and decimal commas in French, a
 * comma and decimal points in English. Rows end in CR LF (RFC 4180). Numbers are bare, without groups, so that they
 * sum; "not provided" and "failed" are words in the number's cell, so that they do not.
 *
 * <p>A cell of text that a spreadsheet could take for a formula is prefixed with an apostrophe (OWASP, CSV injection),
 * also when the sign hides behind spaces or is full-width. Control characters, and line breaks, become spaces.
 */
@NullMarked
package dev.parvis.functions.report.csv;

import org.jspecify.annotations.NullMarked;
