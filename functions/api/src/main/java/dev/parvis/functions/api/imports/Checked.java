package dev.parvis.functions.api.imports;

import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.imports.ImportRow;
import dev.parvis.domain.imports.RowFault;

/**
 * What a file was found to be: the report of a dry run, and of the run.
 *
 * @param rows how many it holds
 * @param good those that make posts
 * @param known how many say what a post of their key says already
 * @param bad how many are not acceptable
 * @param faults why, by line; a row may have several
 */
record Checked(int rows, List<ImportRow> good, int known, int bad, List<RowFault> faults) {
    Checked {
        good = List.copyOf(good);
        faults = List.copyOf(faults);
    }

    /** Counts while a file is read. */
    static final class Tally {
        private final List<ImportRow> good = new ArrayList<>();
        private final List<RowFault> faults = new ArrayList<>();
        private int rows;
        private int known;
        private int bad;

        void good(ImportRow row) {
            rows++;
            good.add(row);
        }

        void known() {
            rows++;
            known++;
        }

        void bad(List<RowFault> why) {
            rows++;
            bad++;
            faults.addAll(why);
        }

        Checked done() {
            return new Checked(rows, good, known, bad, faults);
        }
    }
}
