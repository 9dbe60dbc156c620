package dev.parvis.domain.sheets;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of sheets holds. */
public abstract class SheetsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();

    @BeforeEach
    void a_brand() {
        done(stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea")));
        done(stores.brands().create(Fixtures.brand(workspace, brand)));
    }

    private Sheets sheets() {
        return stores.sheets();
    }

    private Sheet full(long version) {
        return new Sheet(
                workspace,
                brand,
                new Sheet.Voice(
                        "Vouvoiement, sans emphase.", "Le quartier, 30–50 ans", "On reste courtois.\nPas de liens."),
                new Sheet.Aims(
                        List.of("Produits", "Coulisses"),
                        List.of("Noël 2026"),
                        List.of(new Objective("Notoriété", Metric.FOLLOWERS, 5_000, LocalDate.of(2027, 6, 30))),
                        List.of(new Rhythm(new ChannelId("c-1"), 3))),
                new Sheet.Names(
                        List.of(new Handle(new NetworkId("instagram"), "cafe.helios")),
                        List.of("https://cafe-helios.fr/"),
                        List.of(
                                new HashtagSet("maison", List.of("#CaféHélios"), false),
                                new HashtagSet("ville", List.of("#lyon", "#croixrousse"), true))),
                version);
    }

    @Test
    void a_brand_for_which_nobody_has_written_one_has_an_empty_sheet() {
        assertThat(sheets().find(workspace, brand)).isEqualTo(Sheet.none(workspace, brand));
    }

    @Test
    void a_sheet_is_written_and_read_whole_and_what_is_left_out_is_gone() {
        var first = done(sheets().replace(full(0)));

        assertThat(first).isEqualTo(full(1));
        assertThat(sheets().find(workspace, brand)).isEqualTo(first);
        assertThat(done(sheets().replace(Sheet.none(workspace, brand).at(1))))
                .isEqualTo(Sheet.none(workspace, brand).at(2));
        assertThat(sheets().find(workspace, brand))
                .isEqualTo(Sheet.none(workspace, brand).at(2));
    }

    @Test
    void of_two_who_have_read_the_same_the_second_is_shown_what_the_first_wrote() {
        var first = done(sheets().replace(full(0)));

        assertThat(conflict(sheets().replace(full(0)))).isEqualTo(first);
        assertThat(conflict(sheets().replace(full(7)))).isEqualTo(first);
    }

    @Test
    void a_sheet_that_was_never_written_has_no_later_version() {
        assertThat(conflict(sheets().replace(full(3)))).isEqualTo(Sheet.none(workspace, brand));
    }

    @Test
    void a_brand_that_is_not_there_gets_none_and_takes_its_own_with_it() {
        missing(sheets().replace(Sheet.none(workspace, Fixtures.brandId())));
        done(sheets().replace(full(0)));
        done(stores.brands().delete(workspace, brand, 1));

        assertThat(sheets().find(workspace, brand)).isEqualTo(Sheet.none(workspace, brand));
        missing(sheets().replace(full(1)));
    }

    @Test
    void each_brand_of_each_workspace_has_its_own() {
        var other = Fixtures.brandId();
        done(stores.brands().create(Fixtures.brand(workspace, other)));
        done(sheets().replace(full(0)));

        assertThat(sheets().find(workspace, other)).isEqualTo(Sheet.none(workspace, other));
        assertThat(sheets().find(Fixtures.workspaceId(), brand).version()).isZero();
    }

    @Test
    void the_signs_of_brands_follow_their_sheets() {
        var other = Fixtures.brandId();
        done(stores.brands().create(Fixtures.brand(workspace, other)));
        done(sheets().replace(Sheet.none(workspace, other)));
        done(sheets().replace(full(0)));

        assertThat(sheets().signs(workspace))
                .isEqualTo(Map.of(brand, Set.of("@cafe.helios", "//cafe-helios.fr", "#cafehelios")));

        done(sheets().replace(Sheet.none(workspace, brand).at(1)));
        assertThat(sheets().signs(workspace)).isEmpty();
        done(sheets().replace(full(2)));
        done(stores.brands().delete(workspace, brand, 1));
        assertThat(sheets().signs(workspace)).isEmpty();
    }

    @Test
    void the_longest_sheet_has_room() {
        var longest = new Sheet(
                workspace,
                brand,
                new Sheet.Voice(
                        "𝄞".repeat(Sheet.Voice.LONGEST),
                        "𝄞".repeat(Sheet.Voice.LONGEST),
                        "𝄞".repeat(Sheet.Voice.LONGEST_CHARTER)),
                new Sheet.Aims(many(Sheet.Aims.MOST_THEMES, Sheet.Aims.LONGEST_NAME), List.of(), List.of(), List.of()),
                new Sheet.Names(
                        List.of(),
                        many(Sheet.Names.MOST_SITES, Sheet.Names.LONGEST_SITE),
                        many(Sheet.Names.MOST_SETS, Sheet.Aims.LONGEST_NAME).stream()
                                .map(name -> new HashtagSet(
                                        name, many(HashtagSet.MOST_TAGS, Sheet.Names.LONGEST_TAG), false))
                                .toList()),
                0);

        assertThat(done(sheets().replace(longest))).isEqualTo(longest.at(1));
        assertThat(sheets().find(workspace, brand)).isEqualTo(longest.at(1));
    }

    private static List<String> many(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(
                        number -> Stream.generate(() -> "𝄞").limit(length - 3).reduce("", String::concat) + number)
                .toList();
    }
}
