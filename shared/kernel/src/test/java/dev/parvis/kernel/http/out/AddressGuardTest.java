package dev.parvis.kernel.http.out;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.CallFailed.NotSent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.100.1",
                "169.254.170.2",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::2",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ffff::1"
            })
    void an_address_that_is_not_public_is_refused(String text) throws UnknownHostException {
        assertThat(AddressGuard.refusal(InetAddress.getByName(text))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.1",
                "192.0.3.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "203.0.112.1",
                "203.0.114.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2600::1",
                "2a01:e0a::1",
                "2606:4700::1111",
                "3ffe::1"
            })
    void a_public_address_passes(String text) throws UnknownHostException {
        assertThat(AddressGuard.refusal(InetAddress.getByName(text))).isEmpty();
    }

    @Test
    void no_address_that_the_jdk_itself_calls_special_passes() throws UnknownHostException {
        var random = new Random(20261121);
        for (var i = 0; i < 200_000; i++) {
            var bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            var address = InetAddress.getByAddress(bytes);
            if (address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()) {
                assertThat(AddressGuard.refusal(address))
                        .as(address.getHostAddress())
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fe80::1]/",
                "http://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://127.0.0.1./",
                "http://%31%32%37.0.0.1/",
                "http://127%2E0.0.1/",
                "http://user:word@8.8.8.8/",
                "http://user@8.8.8.8/",
                "http://8.8.8.8:8080/",
                "https://8.8.8.8:80/",
                "http://8.8.8.8:443/",
                "http://8.8.8.8:22/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "gopher://8.8.8.8/",
                "jar:http://8.8.8.8!/",
                "mailto:a@example.org",
                "/relative",
                "http:///path",
                "http://999.1.1.1/",
                "http://08.8.8.8/",
                "http://8.8.2056/",
                "http://1.2.3.4.5/"
            })
    void a_url_that_leads_inside_or_hides_where_it_leads_is_not_called(String url) {
        var outbound = new Outbound(Clock.systemUTC(), Set.of());

        var failed = catchThrowableOfType(NotSent.class, () -> outbound.send(Call.get(URI.create(url))));

        assertThat(failed.reason())
                .isIn(NotSent.Reason.REFUSED_ADDRESS, NotSent.Reason.REFUSED_URL, NotSent.Reason.DNS);
    }

    @Test
    void only_the_exact_host_and_port_of_the_list_is_let_through() throws Exception {
        try (var server = RawServer.answering(RawServer.ok("in"))) {
            var port = server.address().port();
            var outbound = new Outbound(Clock.systemUTC(), Set.of(server.address()));

            assertThat(outbound.send(Call.get(server.uri("/"))).text()).isEqualTo("in");
            for (var host : new String[] {"localhost", "127.0.0.2", "[::1]", "10.0.0.1"}) {
                var call = Call.get(URI.create("http://" + host + ":" + port + "/"))
                        .with(new Policy(true, false));
                assertThat(catchThrowableOfType(NotSent.class, () -> outbound.send(call)))
                        .as(host)
                        .extracting(NotSent::reason)
                        .isEqualTo(NotSent.Reason.REFUSED_ADDRESS);
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_allowed_name_is_resolved_and_called_but_another_port_of_it_is_not() throws Exception {
        try (var server = RawServer.answering(RawServer.ok("in"))) {
            var port = server.address().port();
            var outbound = new Outbound(Clock.systemUTC(), Set.of(new HostPort("localhost", port)));

            var answer = outbound.send(Call.get(URI.create("http://localhost:" + port + "/")));
            var failed =
                    catchThrowableOfType(NotSent.class, () -> outbound.send(Call.get(URI.create("http://localhost/"))));

            assertThat(answer.text()).isEqualTo("in");
            assertThat(failed.reason()).isEqualTo(NotSent.Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void a_guarded_call_never_shares_a_connection_with_an_unguarded_one() {
        assertThat(new Gate.GuardedDns(true))
                .isEqualTo(new Gate.GuardedDns(true))
                .isNotEqualTo(new Gate.GuardedDns(false));
    }

    @Test
    void plain_http_is_refused_where_https_is_asked_for() {
        var outbound = new Outbound(Clock.systemUTC(), Set.of());

        for (var policy : new Policy[] {Policy.network(), Policy.userGiven().overHttps()}) {
            var failed = catchThrowableOfType(
                    NotSent.class,
                    () -> outbound.send(Call.get(URI.create("http://8.8.8.8/")).with(policy)));
            assertThat(failed.reason()).isEqualTo(NotSent.Reason.REFUSED_URL);
        }
    }

    @Test
    void a_url_that_is_never_called_is_known_before_any_call_and_an_allowed_one_is_not_refused() {
        var outbound = new Outbound(Clock.systemUTC(), Set.of(new HostPort("localhost", 3000)));

        assertThat(outbound.refusal(URI.create("http://10.1.2.3/f"), Policy.userGiven()))
                .hasValue("this address is not called (private)");
        assertThat(outbound.refusal(URI.create("http://a.localhost/f"), Policy.userGiven()))
                .isPresent();
        assertThat(outbound.refusal(URI.create("https://blog.example:8443/f"), Policy.userGiven()))
                .isPresent();
        assertThat(outbound.refusal(URI.create("https://blog.example:8443/f"), Policy.network()))
                .isEmpty();
        assertThat(outbound.refusal(URI.create("http://localhost:3000/f"), Policy.userGiven()))
                .isEmpty();
    }
}
