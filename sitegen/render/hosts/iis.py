"""The file `web.config` of IIS, with the module URL Rewrite. Source: IIS configuration reference, system.webServer."""

import re
from collections.abc import Iterator
from html import escape

from sitegen.render.hosts.host_rules import TYPES, HostRules

_DAYS = "365.00:00:00"
_NOT_IN_XML = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def web_config(rules: HostRules) -> bytes:
    """Write `web.config`."""
    return "".join(f"{line}\n" for line in _lines(rules)).encode()


def _lines(rules: HostRules) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<!-- Made by sitegen. IIS needs its module URL Rewrite for it. -->"
    yield "<configuration>"
    yield "  <system.webServer>"
    yield '    <directoryBrowse enabled="false"/>'
    yield "    <security><requestFiltering><hiddenSegments>"
    yield from (f'      <add segment="{name}"/>' for name in (".sitegen-publish", ".htaccess", "_nginx.conf"))
    yield "    </hiddenSegments></requestFiltering></security>"
    yield '    <httpErrors errorMode="Custom" existingResponse="Auto">'
    for status in (404, 410):
        yield f'      <remove statusCode="{status}"/>'
        page = _value(rules.error_page)
        yield f'      <error statusCode="{status}" path={page} responseMode="ExecuteURL"/>'
    yield "    </httpErrors>"
    yield "    <httpProtocol><customHeaders>"
    yield from (f"      <add name={_value(name)} value={_value(value)}/>" for name, value in rules.headers)
    yield "    </customHeaders></httpProtocol>"
    yield "    <staticContent>"
    yield '      <clientCache cacheControlMode="DisableCache"/>'
    for ending, kind in TYPES:
        yield f'      <remove fileExtension="{ending}"/>'
        yield f'      <mimeMap fileExtension="{ending}" mimeType="{kind}"/>'
    yield "    </staticContent>"
    yield "    <rewrite><rules>"
    yield from (f"      {rule}" for rule in _rules(rules))
    yield "    </rules></rewrite>"
    yield "  </system.webServer>"
    yield '  <location path="assets"><system.webServer><staticContent>'
    yield f'    <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{_DAYS}"/>'
    yield "  </staticContent></system.webServer></location>"
    yield "</configuration>"


def _rules(rules: HostRules) -> Iterator[str]:
    """Yield a rule for each old address; patterns begin below the folder of the file."""
    for number, (old, link) in enumerate(rules.redirects, 1):
        action = f'<action type="Redirect" url={_value(_escaped(link))} appendQueryString="false"'
        yield _rule(f"redirect {number}", old.removeprefix(rules.base), f'{action} redirectType="Permanent"/>')
    for number, old in enumerate(rules.gone, 1):
        action = '<action type="CustomResponse" statusCode="410" statusReason="Gone"/>'
        yield _rule(f"gone {number}", old.removeprefix(rules.base), action)


def _rule(name: str, old: str, action: str) -> str:
    path = re.escape(old.strip("/")) + ("/?" if old.endswith("/") else "")
    match = f"<match url={_value(f'^{path}$')}/>"
    return f'<rule name="{name}" stopProcessing="true">{match}{action}</rule>'


def _escaped(link: str) -> str:
    """Return a link in which nothing is taken for a part of the pattern (`{R:0}`)."""
    return link.replace("{", "%7B").replace("}", "%7D")


def _value(text: str) -> str:
    """Return the value of an attribute in its quotes; characters that XML cannot hold become spaces."""
    return f'"{escape(_NOT_IN_XML.sub(" ", text))}"'
