package dev.parvis.functions.api.approvals;

/** How the pages behind mailed links look, in daylight and in the dark; the policy of the page lets no other file in. */
public final class PageStyle {
    /** What every page of ours is painted with. */
    public static final String COLOURS = """
              :root { color-scheme: light dark; --ink: #1b1b1f; --soft: #4a4a52; --paper: #f6f6f3; --sheet: #fff;
                      --line: #8a8a94; --blue: #1f4f8f; --on-blue: #fff; --red: #8f1f1f; --green: #1c5c35; }
              @media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --soft: #b9b9c2; --paper: #16161a;
                      --sheet: #212127; --line: #82828c; --blue: #9cc3f5; --on-blue: #10233b; --red: #f3a5a5;
                      --green: #9fd6b3; } }
              button:focus-visible, textarea:focus-visible, input:focus-visible, a:focus-visible {
                      outline: 3px solid #a66f00; outline-offset: 2px; }
            """;

    static final String CSS = COLOURS + """
              body { font: 1.05rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
              main { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
              h1 { font-size: 1.5rem; line-height: 1.3; margin-bottom: .25rem; }
              h2 { font-size: 1.15rem; margin: 0; } h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
              article, .notice, nav { background: var(--sheet); border-radius: .75rem; padding: 1.25rem; margin: 1.5rem 0; }
              article { scroll-margin-top: 1rem; } article .notice { margin: 1rem 0 0; padding: .75rem 1rem; }
              .notice { border: 2px solid var(--blue); } .meta { color: var(--soft); margin: .25rem 0 .75rem; }
              .look + .look { border-top: 1px solid var(--line); margin-top: 1.25rem; padding-top: 1rem; }
              .text { white-space: pre-wrap; margin: .5rem 0 1rem; } .part { color: var(--soft); font-weight: 600; }
              figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .95rem; margin-top: .25rem; }
              figcaption.none { font-style: italic; }
              img, video { display: block; max-width: 100%; max-height: 32rem; height: auto; border-radius: .5rem; }
              .card { display: block; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; color: inherit;
                      text-decoration: none; }
              .url { color: var(--soft); font-size: .9rem; } .poll { border-inline-start: 4px solid var(--line);
                      padding-inline-start: 1rem; margin: 1rem 0; } .poll p { margin: 0; color: var(--soft); }
              .poll ul { margin: .25rem 0 0; padding-inline-start: 1.25rem; }
              .state { font-weight: 600; margin: .25rem 0 0; } .state.yes { color: var(--green); }
              .state.no { color: var(--red); } .state.open { color: var(--blue); }
              nav ol { margin: 0; padding-inline-start: 1.75rem; } nav li { margin: .35rem 0; } nav p { margin: 0; }
              a { color: var(--blue); } label { display: block; margin-top: 1.25rem; }
              textarea { font: inherit; color: inherit; background: var(--paper); width: 100%; min-height: 4.5rem;
                      box-sizing: border-box; border: 1px solid var(--line); border-radius: .4rem; padding: .5rem; }
              button { font: inherit; padding: .6rem 1.2rem; margin: .75rem .5rem 0 0; border-radius: .4rem;
                       border: 1px solid var(--blue); background: var(--blue); color: var(--on-blue); cursor: pointer; }
              button.no { background: transparent; color: var(--red); border-color: var(--red); }
              button.plain { background: transparent; color: var(--blue); }
            """;

    private PageStyle() {}
}
