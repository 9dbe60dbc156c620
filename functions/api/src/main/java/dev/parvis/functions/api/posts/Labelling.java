package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.sheets.Objective;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.Fields;

/**
 * Reads what a post is for. While the brand's sheet names themes, campaigns or objectives, a label is one of them: a
 * mistyped one would be a result that nobody finds again. A label that a post carries already stays, whatever has become of
 * the sheet, which is read only when a label is new.
 */
final class Labelling {
    private final Function<Brand, Sheet> sheets;

    Labelling(Sheets sheets) {
        this(brand -> sheets.find(brand.workspace(), brand.id()));
    }

    /** The same over sheets that are looked up in another way. */
    Labelling(Function<Brand, Sheet> sheets) {
        this.sheets = sheets;
    }

    /**
     * @param brand whose sheet counts; without one only the form is read
     * @param before what a label that is not given keeps
     */
    Labels read(Fields fields, Optional<Brand> brand, Labels before) {
        var given = fields.optionalObject("labels");
        if (given.isEmpty()) {
            return fields.isNull("labels") ? Labels.NONE : before;
        }
        var sheet = new Once(() -> brand.map(sheets).map(Sheet::aims).orElse(Sheet.Aims.NONE));
        return new Labels(
                label(given.get(), "theme", before.theme(), () -> sheet.get().themes()),
                label(given.get(), "campaign", before.campaign(), () -> sheet.get()
                        .campaigns()),
                label(given.get(), "objective", before.objective(), () -> objectives(sheet.get())));
    }

    private static List<String> objectives(Sheet.Aims aims) {
        return aims.objectives().stream().map(Objective::name).toList();
    }

    private static String label(Fields fields, String name, String before, Supplier<List<String>> named) {
        var label = fields.optionalLine(name, 0, Sheet.Aims.LONGEST_NAME).orElse(before);
        if (!label.isEmpty() && !label.equals(before)) {
            var known = named.get();
            if (!known.isEmpty() && !known.contains(label)) {
                fields.refuse(name, "not_found", "must be one that the brand's sheet names");
            }
        }
        return label;
    }

    /** Read at the first look, if there is one. */
    private static final class Once implements Supplier<Sheet.Aims> {
        private final Supplier<Sheet.Aims> source;
        private Optional<Sheet.Aims> read = Optional.empty();

        Once(Supplier<Sheet.Aims> source) {
            this.source = source;
        }

        @Override
        public Sheet.Aims get() {
            var aims = read.orElseGet(source);
            read = Optional.of(aims);
            return aims;
        }
    }

    /** What a list is narrowed to by {@code ?theme=&campaign=&objective=}. */
    record Wanted(Optional<String> theme, Optional<String> campaign, Optional<String> objective) {
        static Wanted by(Request request) {
            return new Wanted(request.query("theme"), request.query("campaign"), request.query("objective"));
        }

        boolean fits(Post post) {
            var labels = post.labels();
            return theme.filter(wanted -> !wanted.equals(labels.theme())).isEmpty()
                    && campaign.filter(wanted -> !wanted.equals(labels.campaign()))
                            .isEmpty()
                    && objective
                            .filter(wanted -> !wanted.equals(labels.objective()))
                            .isEmpty();
        }
    }
}
