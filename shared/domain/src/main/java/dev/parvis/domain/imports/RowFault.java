package dev.parvis.domain.imports;

/**
 * Why a row makes no post.
 *
 * @param line of the file, from 1; a row that spans lines is told by its first
 * @param column by its English name, whatever the file calls it; empty for the whole row
 * @param code for programs, stable
 * @param detail for a person; repeats nothing of what the cell holds
 */
public record RowFault(int line, String column, String code, String detail) {}
