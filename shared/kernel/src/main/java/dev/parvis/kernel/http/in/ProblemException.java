package dev.parvis.kernel.http.in;

import java.util.Objects;

/** Carries a {@link Problem} from where it is found to the one place that answers it. The caller's mistake, not ours. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(Problem.Code code, String detail) {
        this(Problem.of(code, detail));
    }

    public Problem problem() {
        return Objects.requireNonNull(problem);
    }
}
