package dev.parvis.emulators;

import java.net.URI;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in Docker, one for all tests of a JVM: started at first use, ended with the JVM. The image is the last one that
 * needs no token; {@code -Dlocalstack.image=…} names another, whose token is taken from {@code LOCALSTACK_AUTH_TOKEN}.
 */
final class LocalStack {
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private LocalStack() {}

    /**
     * Where it answers.
     *
     * @throws EmulatorFailed without Docker: a run that was asked to use LocalStack must not pass on something else
     */
    static URI endpoint() {
        return Running.ENDPOINT;
    }

    private static final class Running {
        static final URI ENDPOINT = start();

        private static URI start() {
            var image = DockerImageName.parse(System.getProperty("localstack.image", IMAGE))
                    .asCompatibleSubstituteFor("localstack/localstack");
            try {
                var container = new LocalStackContainer(image).withServices("dynamodb", "s3");
                var token = System.getenv(TOKEN);
                if (token != null) {
                    container.withEnv(TOKEN, token);
                }
                container.start();
                Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
                return container.getEndpoint();
            } catch (IllegalStateException | org.testcontainers.containers.ContainerLaunchException e) {
                throw new EmulatorFailed("LocalStack did not start: Docker must run and have the image " + image, e);
            }
        }
    }
}
