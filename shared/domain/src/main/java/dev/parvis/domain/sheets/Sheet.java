package dev.parvis.domain.sheets;

import java.util.List;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A brand's sheet, whole. Its longest form stays under half of the 400 KB that one item of the table may have.
 *
 * @param voice how the brand sounds, to whom, and the house rules of its community
 * @param names what the brand is known by outside
 * @param version 0 while nobody has written one
 */
public record Sheet(WorkspaceId workspace, BrandId brand, Voice voice, Aims aims, Names names, long version) {

    /** Plain texts; empty where nobody has written any. */
    public record Voice(String tone, String audience, String charter) {
        public static final int LONGEST = 2_000;
        public static final int LONGEST_CHARTER = 10_000;
        public static final Voice NONE = new Voice("", "", "");
    }

    /**
     * What the brand speaks about, to what end and how often.
     *
     * @param themes no two alike
     * @param campaigns by their names, no two alike
     * @param objectives no two of one name
     * @param rhythms no two of one channel
     */
    public record Aims(List<String> themes, List<String> campaigns, List<Objective> objectives, List<Rhythm> rhythms) {
        public static final int MOST_THEMES = 50;
        public static final int MOST_CAMPAIGNS = 50;
        public static final int MOST_OBJECTIVES = 30;
        public static final int MOST_RHYTHMS = 50;
        public static final int LONGEST_NAME = 80;
        public static final Aims NONE = new Aims(List.of(), List.of(), List.of(), List.of());

        public Aims {
            themes = List.copyOf(themes);
            campaigns = List.copyOf(campaigns);
            objectives = List.copyOf(objectives);
            rhythms = List.copyOf(rhythms);
        }

        public boolean hasObjective(String name) {
            return objectives.stream().anyMatch(objective -> objective.name().equals(name));
        }
    }

    /**
     * @param sites absolute URLs
     * @param hashtags no two sets of one name
     */
    public record Names(List<Handle> handles, List<String> sites, List<HashtagSet> hashtags) {
        public static final int MOST_HANDLES = 30;
        public static final int MOST_SITES = 20;
        public static final int MOST_SETS = 20;
        public static final int LONGEST_HANDLE = 255;
        public static final int LONGEST_SITE = 300;
        public static final int LONGEST_TAG = 60;
        public static final Names NONE = new Names(List.of(), List.of(), List.of());

        public Names {
            handles = List.copyOf(handles);
            sites = List.copyOf(sites);
            hashtags = List.copyOf(hashtags);
        }
    }

    /** A brand for which nobody has written one. */
    public static Sheet none(WorkspaceId workspace, BrandId brand) {
        return new Sheet(workspace, brand, Voice.NONE, Aims.NONE, Names.NONE, 0);
    }

    public Sheet at(long raised) {
        return new Sheet(workspace, brand, voice, aims, names, raised);
    }
}
