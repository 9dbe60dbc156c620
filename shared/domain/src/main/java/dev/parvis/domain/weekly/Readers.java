package dev.parvis.domain.weekly;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;

/**
 * Who is mailed, and of which brands: the workspace's own addresses of all, and members who have left an address of those
 * that they own or manage. An address that is both is told of all, once.
 */
public final class Readers {
    private final Workspaces workspaces;

    public Readers(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** By address. */
    public Map<String, Predicate<BrandId>> of(Workspace workspace) {
        var readers = new LinkedHashMap<String, Predicate<BrandId>>();
        var known = new LinkedHashMap<String, String>();
        workspace.alertTo().forEach(address -> add(address, _ -> true, readers, known));
        for (var member : workspaces.members(workspace.id())) {
            member.email().ifPresent(address -> add(address, manages(member), readers, known));
        }
        return readers;
    }

    private static void add(
            String address,
            Predicate<BrandId> reads,
            Map<String, Predicate<BrandId>> readers,
            Map<String, String> known) {
        var first = known.computeIfAbsent(address.toLowerCase(Locale.ROOT), _ -> address);
        readers.merge(first, reads, Predicate::or);
    }

    private static Predicate<BrandId> manages(Member member) {
        return brand -> member.on(brand).mayManage();
    }
}
