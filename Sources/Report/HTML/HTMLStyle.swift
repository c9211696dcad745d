/// How the page looks: one column, one typeface, colour only beside words and signs.
enum HTMLStyle {
    /// Of ``text``, for the page's policy; a test says what it must be.
    static let hash = "sha256-pxpRqSkMi6h27Lnr3J0jyWl3+6/gQLL+M9GfU3Alpf4="

    static let text: StaticString = """

        :root {
          color-scheme: light dark;
          --paper: light-dark(#fcfbf9, #181817); --sheet: light-dark(#f3f1ed, #22211f);
          --ink: light-dark(#1f1e1c, #e9e7e2); --muted: light-dark(#605c55, #a8a39a);
          --rule: light-dark(#dcd8d0, #3b3935); --link: light-dark(#1d4e89, #94bdf2);
          --bad: light-dark(#9c1c1c, #ffa198); --bad-soft: light-dark(#fae4e1, #48201d);
          --odd: light-dark(#714600, #efc26c); --odd-soft: light-dark(#faeccd, #3d2f10);
          --good: light-dark(#1c6238, #92d4a6); --good-soft: light-dark(#e3f0e5, #1a3323);
          --strong: light-dark(#9c1c1c, #b3322d);
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 100rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere;
        }
        code, pre { font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        code { unicode-bidi: isolate; white-space: pre-wrap; }
        a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
        button, select, input {
          font: inherit; font-size: .9375rem; color: inherit; background: var(--paper); min-height: 2.25rem;
          border: 1px solid var(--rule); border-radius: 6px; padding: .25rem .6rem;
        }
        button { cursor: pointer; }
        button:hover, select:hover, input:hover { border-color: var(--muted); }
        [hidden], html:not(.js) #theme { display: none !important; }

        header { position: relative; padding: 2rem 0 0; }
        header p { margin: .35rem 0; }
        .kind { color: var(--muted); font-size: .875rem; letter-spacing: .06em; text-transform: uppercase; }
        h1 { margin: 0; font-size: clamp(1.5rem, 4vw, 2.125rem); line-height: 1.2; letter-spacing: -.015em; }
        .verdict { font-size: 1.25rem; font-weight: 600; }
        .verdict.failed { color: var(--bad); }
        .verdict.passed { color: var(--good); }
        .facts { color: var(--muted); font-size: .9375rem; }
        .caution { color: var(--odd); font-weight: 600; }
        .remarks { color: var(--muted); font-size: .9375rem; }
        .remarks li { margin: .35rem 0; }
        nav { display: flex; gap: 1.25rem; margin-top: .75rem; font-size: .9375rem; }
        #theme { position: absolute; top: 1.75rem; right: 0; }
        h2 { margin: 1.75rem 0 .75rem; font-size: 1.25rem; letter-spacing: -.01em; }
        h3, h4, h5 { margin: 0; font-size: 1rem; }
        .hint, .label { color: var(--muted); font-size: .875rem; margin: .5rem 0; }
        summary { cursor: pointer; }
        summary:hover { background: var(--sheet); }
        ul { list-style: none; margin: 0; padding: 0; }

        .causes > li, .operation, .tier { border-top: 1px solid var(--rule); }
        .causes > li:last-child, .operation:last-child { border-bottom: 1px solid var(--rule); }
        .causes summary, .operation > summary {
          display: grid; align-items: baseline; column-gap: 1rem; padding: .5rem .25rem;
        }
        .causes summary { grid-template-columns: 3rem 1fr auto; }
        .causes .count { text-align: right; font-variant-numeric: tabular-nums; }
        .failed > li .count, .new > li .count { color: var(--bad); }
        .warned > li .count { color: var(--odd); }
        .where, .tally { color: var(--muted); font-size: .875rem; }
        .causes details[open] > summary .title { font-weight: 600; }
        .causes details[open] { padding-bottom: 1.25rem; }
        .causes details > :not(summary) { margin-left: 1rem; }
        .causes .findings { width: calc(100% - 1rem); }
        .tier > summary { padding: .5rem .25rem; color: var(--muted); }
        .tier[open] > summary { color: var(--ink); }
        .tier > .label { margin: 0 0 .5rem 1.25rem; }
        .tier:last-child { border-bottom: 1px solid var(--rule); }
        .tier > .members { margin: 0 0 1rem 1.25rem; }
        .members { font-size: .9375rem; }
        .members li { margin: .2rem 0; padding-left: 1rem; text-indent: -1rem; }

        .wide { overflow-x: auto; margin: 0 -1.25rem; padding: 0 1.25rem; }
        table { border-collapse: collapse; }
        th { text-align: left; font-weight: 400; }
        thead th { color: var(--muted); font-size: .875rem; white-space: nowrap; }
        #matrix table { font-variant-numeric: tabular-nums; width: 100%; }
        #matrix td, #matrix th { padding: .25rem .6rem; border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
        #matrix th:first-child { position: sticky; left: -1.25rem; padding-left: .25rem; background: var(--paper); }
        #matrix td:not(.apart, .missing), #matrix thead th:not(:first-child, .apart) { text-align: right; }
        #matrix td a, #matrix th a { color: inherit; text-decoration: none; }
        #matrix td a { display: block; margin: -.25rem -.6rem; padding: .25rem .6rem; }
        #matrix td a:hover, #matrix th a:hover { text-decoration: underline; }
        .all { color: var(--good); }
        .some { color: var(--bad); background: var(--bad-soft); font-weight: 600; }
        .none { color: #fff; background: var(--strong); font-weight: 600; }
        .empty, .apart, .missing { color: var(--muted); }
        #matrix th:first-child, #matrix thead th:not(.apart) { width: 1%; }
        .apart, .missing { font-size: .875rem; }
        .missing { font-style: italic; }
        .total { font-weight: 600; }
        .key { padding: .1rem .5rem; border-radius: 4px; margin-right: .35rem; white-space: nowrap; }

        #filters {
          display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; padding: .75rem 0; z-index: 1;
          background: var(--paper); border-bottom: 1px solid var(--rule);
        }
        #filters label { display: grid; color: var(--muted); font-size: .8125rem; }
        #filters :is(input, select) { color: var(--ink); max-width: 11rem; }
        #filters .text { flex: 1 1 8rem; }
        #filters .text input { max-width: none; width: 100%; }
        output { font-variant-numeric: tabular-nums; font-size: .9375rem; padding: .35rem 0; }
        .operation { content-visibility: auto; contain-intrinsic-height: auto 2.6rem; }
        .operation > summary { grid-template-columns: minmax(16rem, auto) 1fr; }
        .operation[open] { padding-bottom: 1.25rem; }
        .operation > div { scroll-margin-top: 8rem; }
        h4 { color: var(--muted); font-size: .875rem; font-weight: 400; margin: .75rem 0 .15rem .25rem; }
        .rows > li, .rows summary { padding: .15rem .25rem; }
        .rows > li:has(> details) { padding: 0; }
        .rows summary, .rows > li:not(:has(> details)) { padding-left: 8.25rem; text-indent: -8rem; }
        .rows summary { list-style: none; }
        .rows summary::-webkit-details-marker { display: none; }
        .rows b { font-weight: 600; margin-right: .4rem; }
        .rows summary b::after { content: " ▸" / ""; color: var(--muted); font-weight: 400; }
        .rows details[open] > summary b::after { content: " ▾" / ""; }
        .rows i, .reason { color: var(--odd); font-size: .875rem; margin-left: .5rem; font-style: normal; }
        .reason, .rows li[data-s="note"] i { color: var(--muted); }
        .rows em {
          display: inline-block; width: 7.75rem; text-indent: 0; font-style: normal; font-size: .875rem;
          color: var(--muted);
        }
        em::before { display: inline-block; width: 1.4rem; content: "·" / ""; text-align: center; }
        .passed > em::before, .passed > details > summary > em::before { content: "✓" / ""; }
        :is(.failed, .new, .broken) > details > summary > em, :is(.failed, .new, .broken) > em { color: var(--bad); }
        :is(.failed, .new) > details > summary > em, :is(.failed, .new) > em { font-weight: 600; }
        :is(.failed, .new) > details > summary > em::before, :is(.failed, .new) > em::before { content: "✕" / ""; }
        .known > em::before, .known > details > summary > em::before { content: "≈" / ""; }
        .broken > em::before, .broken > details > summary > em::before { content: "!" / ""; }
        .blocked > em::before { content: "⊘" / ""; }
        .unsupported > em::before { content: "–" / ""; }
        .observed > em::before, .observed > details > summary > em::before { content: "?" / ""; }
        .rows > li:target, .rows > li:has(:target) > details > summary { background: var(--odd-soft); }

        .case, .causes > li { container-type: inline-size; }
        .case { padding: .25rem 0 1.25rem 2rem; scroll-margin-top: 9rem; }
        .rows > li { scroll-margin-top: 9rem; }
        .findings { width: 100%; margin: .75rem 0; table-layout: fixed; }
        .findings th, .findings td {
          padding: .4rem .6rem; vertical-align: top; border: 1px solid var(--rule); font-size: .875rem;
        }
        .findings td { color: var(--muted); }
        .findings td code { color: var(--ink); display: block; }
        .findings i { display: block; color: var(--muted); }
        .error b { color: var(--bad); }
        .warning b { color: var(--odd); }
        .error > td { background: var(--bad-soft); }
        .warning > td { background: var(--odd-soft); }
        pre {
          margin: 0; padding: .6rem .75rem .6rem 1.6rem; background: var(--sheet); border-radius: 6px;
          white-space: pre-wrap; unicode-bidi: isolate; max-height: 26rem; overflow: auto;
        }
        .copied { position: relative; }
        .copied pre { padding-right: 5rem; }
        .copied button { position: absolute; top: .3rem; right: .3rem; min-height: 1.9rem; font-size: .8125rem; }
        .exchange { margin: 1rem 0; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
        .sides > div { min-width: 0; }
        .sides pre { word-break: break-all; }
        mark { position: relative; color: inherit; background: var(--sheet); font-weight: 600; }
        mark::before { content: "≠" / "differs: "; position: absolute; left: -1.1rem; }
        mark.note { font-weight: 400; text-decoration: underline dotted; }
        mark.error { background: var(--bad-soft); color: var(--bad); }
        mark.warning { background: var(--odd-soft); color: var(--odd); }
        .sources { color: var(--muted); font-size: .875rem; }

        footer { margin-top: 3rem; border-top: 1px solid var(--rule); font-size: .875rem; }
        .legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem 2.5rem; }
        dl { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; margin: .4rem 0; }
        dd { margin: 0; color: var(--muted); }

        @media (min-width: 50rem) {
          #filters { position: sticky; top: 0; }
        }
        @media (min-width: 92rem) {
          .overview { display: grid; grid-template-columns: minmax(23rem, 4fr) 9fr; gap: 0 2.5rem; align-items: start; }
        }
        @media (max-width: 50rem) {
          .causes summary { grid-template-columns: 2rem 1fr; }
          .causes .where { grid-column: 2; }
          .causes details > :not(summary), .case { margin-left: 0; padding-left: 0; }
          .operation > summary, .sides { grid-template-columns: minmax(0, 1fr); }
          .rows summary, .rows > li:not(:has(> details)) { padding-left: .25rem; text-indent: 0; }
          .rows em { width: auto; margin-right: .4rem; }
          #filters label { flex: 1 1 9rem; }
          #filters select { max-width: none; width: 100%; }
          #matrix thead { position: sticky; top: 0; background: var(--paper); z-index: 1; }
          #matrix table { display: block; }
          #matrix :is(thead, tbody) { display: block; }
          #matrix tr {
            display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); border-bottom: 1px solid var(--rule);
          }
          #matrix :is(td, th) { border: 0; padding: .2rem .1rem; overflow-wrap: anywhere; }
          #matrix th:first-child { width: auto; }
          #matrix td:not(.apart, .missing) { font-size: .875rem; }
          #matrix thead th:not(:first-child, .apart) { font-size: .6875rem; text-align: center; }
          #matrix thead :is(th:first-child, .apart), #matrix .apart:empty { display: none; }
          #matrix :is(th:first-child, td.apart, td.missing) { grid-column: 1 / -1; text-align: left; position: static; }
          #matrix td:not(.apart, .missing) { text-align: center; }
          #matrix td a { margin: -.2rem -.1rem; padding: .2rem .1rem; }
          .wide { overflow: visible; }
        }
        @container (max-width: 44rem) {
          .findings, .findings tbody, .findings tr, .findings th, .findings td { display: block; }
          .findings tr { margin-bottom: .75rem; border: 1px solid var(--rule); }
          .findings :is(th, td) { border: 0; }
          .findings td code { display: inline; }
        }
        @media print {
          #filters, #theme, nav { display: none; }
          pre { max-height: none; }
        }

        """
}
