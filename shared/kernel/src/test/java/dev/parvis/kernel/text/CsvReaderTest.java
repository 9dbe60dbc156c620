package dev.parvis.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.text.CsvReader.Malformed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvReaderTest {
    private static List<CsvReader.Row> read(String text) throws Malformed {
        return CsvReader.read(text, ',', 100, 10);
    }

    private static List<List<String>> cells(String text) throws Malformed {
        return read(text).stream().map(CsvReader.Row::cells).toList();
    }

    @Test
    void rows_end_with_every_kind_of_line_end_and_the_last_needs_none() throws Malformed {
        assertThat(cells("a,b\r\nc,d\ne,f\rg,h"))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
    }

    @Test
    void a_quoted_cell_holds_separators_line_ends_and_quotes() throws Malformed {
        assertThat(cells("\"a,\"\"b\"\"\r\nc\",\"\",d")).containsExactly(List.of("a,\"b\"\r\nc", "", "d"));
    }

    @Test
    void a_row_is_told_by_the_line_it_begins_on() throws Malformed {
        assertThat(read("a\r\n\r\n\"b\nb\rb\"\nc"))
                .extracting(CsvReader.Row::line)
                .containsExactly(1, 3, 6);
    }

    @Test
    void empty_cells_are_cells_and_empty_lines_are_nothing() throws Malformed {
        assertThat(cells("\n,\n\n\"\"\n")).containsExactly(List.of("", ""), List.of(""));
        assertThat(cells("")).isEmpty();
        assertThat(cells("a,")).containsExactly(List.of("a", ""));
    }

    @Test
    void a_quote_in_the_middle_is_a_character() throws Malformed {
        assertThat(cells("5\" de large, \"x\"")).containsExactly(List.of("5\" de large", " \"x\""));
    }

    @Test
    void what_is_no_table_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("a\n\"b\nc")).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.line()).isEqualTo(2);
            assertThat(malformed.reason()).contains("never closed");
        });
        assertThatThrownBy(() -> read("a\nb\n\"c\"d"))
                .isInstanceOfSatisfying(Malformed.class, malformed -> assertThat(malformed.line())
                        .isEqualTo(3));
    }

    @Test
    void more_rows_or_cells_than_are_wanted_are_refused() throws Malformed {
        assertThat(cells("a\n".repeat(100))).hasSize(100);
        assertThatThrownBy(() -> read("a\n".repeat(101))).isInstanceOf(Malformed.class);
        assertThat(cells(",".repeat(9)).getFirst()).hasSize(10);
        assertThatThrownBy(() -> read(",".repeat(10))).isInstanceOf(Malformed.class);
    }

    @Test
    void the_separator_is_the_one_that_parts_the_first_line() {
        assertThat(CsvReader.separatorOf("key;text;a,b\n1,2,3,4", ",;\t")).isEqualTo(';');
        assertThat(CsvReader.separatorOf("\"a;b;c\",d", ",;\t")).isEqualTo(',');
        assertThat(CsvReader.separatorOf("\r\nkey\ttext", ",;\t")).isEqualTo('\t');
        assertThat(CsvReader.separatorOf("key", ",;\t")).isEqualTo(',');
    }

    @Test
    void what_our_writer_writes_is_read_as_it_was() throws Malformed {
        var random = new Random(7);
        var alphabet = "'\"=+-@,;\t\r\n aé\u2212\uFF1D\u200B😀";
        for (var trial = 0; trial < 2_000; trial++) {
            var row = new ArrayList<String>();
            for (var cell = 0; cell < 3; cell++) {
                var text = new StringBuilder();
                random.ints(random.nextInt(8), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
                row.add(text.toString());
            }
            var separator = trial % 2 == 0 ? ',' : ';';

            var written = Csv.separatedBy(separator, '.').row(row).toString();

            assertThat(CsvReader.read(written, separator, 10, 10).getFirst().cells().stream()
                            .map(Csv::takenBack))
                    .containsExactlyElementsOf(row);
        }
    }

    @Test
    void garbage_is_read_or_refused_and_never_a_fault() {
        var random = new Random(42);
        var alphabet = "\",;\r\n ax\u0000\ud800";
        for (var trial = 0; trial < 5_000; trial++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            try {
                var rows = CsvReader.read(text.toString(), ',', 1_000, 1_000);
                assertThat(rows).allSatisfy(row -> assertThat(row.cells()).isNotEmpty());
            } catch (Malformed refused) {
                assertThat(refused.line()).isPositive();
            }
        }
    }
}
