package dev.parvis.kernel.http.out;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Tells which addresses are not on the public internet, after IANA's special-purpose registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, iana-ipv6-special-registry). IPv6 is allowed only within
 * 2000::/3, and there not where an IPv4 address is wrapped (6to4, Teredo): NAT64, mapped and compatible forms fall out.
 */
public final class AddressGuard {
    private static final List<Block> V4 = List.of(
            Block.v4(0, 0, 0, 0, 8, "this network"),
            Block.v4(10, 0, 0, 0, 8, "private"),
            Block.v4(100, 64, 0, 0, 10, "carrier-grade NAT"),
            Block.v4(127, 0, 0, 0, 8, "loopback"),
            Block.v4(169, 254, 0, 0, 16, "link-local"),
            Block.v4(172, 16, 0, 0, 12, "private"),
            Block.v4(192, 0, 0, 0, 24, "protocol assignments"),
            Block.v4(192, 0, 2, 0, 24, "documentation"),
            Block.v4(192, 88, 99, 0, 24, "6to4 relay"),
            Block.v4(192, 168, 0, 0, 16, "private"),
            Block.v4(198, 18, 0, 0, 15, "benchmarking"),
            Block.v4(198, 51, 100, 0, 24, "documentation"),
            Block.v4(203, 0, 113, 0, 24, "documentation"),
            Block.v4(224, 0, 0, 0, 4, "multicast"),
            Block.v4(240, 0, 0, 0, 4, "reserved or broadcast"));

    private static final List<Block> V6 = List.of(
            Block.v6(0x2001, 0x0000, 23, "protocol assignments, Teredo among them"),
            Block.v6(0x2001, 0x0db8, 32, "documentation"),
            Block.v6(0x2002, 0x0000, 16, "6to4"),
            Block.v6(0x3fff, 0x0000, 20, "documentation"));

    private AddressGuard() {}

    /** Why the address is refused, in a word or two; empty when it is a public one. */
    public static Optional<String> refusal(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> first(V4, v4.getAddress());
            case Inet6Address v6 -> refusalV6(v6);
            default -> Optional.of("unknown kind of address");
        };
    }

    private static Optional<String> refusalV6(Inet6Address address) {
        var bytes = address.getAddress();
        return (bytes[0] & 0xE0) == 0x20 ? first(V6, bytes) : Optional.of("not global unicast");
    }

    private static Optional<String> first(List<Block> blocks, byte[] address) {
        return blocks.stream()
                .filter(block -> block.holds(address))
                .map(Block::name)
                .findFirst();
    }

    /** A range by its leading 32 bits, which all ranges here need no more of. */
    private record Block(int prefix, int bits, String name) {
        static Block v4(int a, int b, int c, int d, int bits, String name) {
            return new Block((a << 24) | (b << 16) | (c << 8) | d, bits, name);
        }

        static Block v6(int first, int second, int bits, String name) {
            return new Block((first << 16) | second, bits, name);
        }

        boolean holds(byte[] address) {
            var lead = ByteBuffer.wrap(address).getInt();
            return (lead ^ prefix) >>> (32 - bits) == 0;
        }
    }
}
