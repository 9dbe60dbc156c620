package dev.parvis.functions.api;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests say of answers. */
final class Answers {
    private Answers() {}

    static Json json(Response response) {
        return Json.parse(response.body());
    }

    static Json ok(Response response, int status) {
        assertThat(response.status()).as("%s", text(response)).isEqualTo(status);
        return response.body().length == 0 ? Json.absent() : json(response);
    }

    static Json refused(Response response, Problem.Code code) {
        assertThat(response.status()).as("%s", text(response)).isEqualTo(code.status());
        assertThat(response.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "no-store");
        var problem = json(response);
        assertThat(problem.at("code").textOr("")).isEqualTo(code.slug());
        assertThat(problem.at("status").whole()).contains((long) code.status());
        assertThat(problem.at("detail").textOr("")).isNotBlank();
        return problem;
    }

    /** Exactly one field is at fault, for this reason; what is said of it. */
    static String field(Response response, String pointer, String code) {
        var errors = refused(response, Problem.Code.INVALID_FIELDS).at("errors").items();
        assertThat(errors).as("%s", text(response)).hasSize(1);
        assertThat(errors.getFirst().at("pointer").textOr("?")).isEqualTo(pointer);
        assertThat(errors.getFirst().at("code").textOr("?")).isEqualTo(code);
        return errors.getFirst().at("detail").textOr("");
    }

    static String text(Response response) {
        return response.status() + " " + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
