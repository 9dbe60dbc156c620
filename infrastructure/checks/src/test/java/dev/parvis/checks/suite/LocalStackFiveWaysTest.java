package dev.parvis.checks.suite;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** On LocalStack in a container; {@code -Dlocalstack.image=…} names another image. Without Docker it fails. */
@Tag("localstack")
class LocalStackFiveWaysTest extends FiveWays {
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private @Nullable LocalStackContainer container;

    @Override
    Ground ground() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("Docker does not answer, and the profile localstack needs it: start Docker,"
                    + " or run mvn verify without the profile for the same suite on the embedded emulators.");
        }
        var image = DockerImageName.parse(System.getProperty("localstack.image", IMAGE));
        var started = new LocalStackContainer(image.asCompatibleSubstituteFor("localstack/localstack"));
        container = started;
        started.start();
        return Ground.at(started.getEndpoint());
    }

    @Override
    void lift() {
        if (container != null) {
            container.stop();
        }
    }
}
