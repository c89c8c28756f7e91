"""Names that become short, and names that stay."""

import re

import pytest

from sitegen.assets import scripts


def sent(text: str) -> str:
    return scripts.module("js/x.js", text, lambda name: f"assets/{name}").removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("const one = (two) => one + two;export {}", "const e=(t)=>e+t;export{}"),
        ("export {};function one(two, ...three) {}", "export{};function e(t,...a){}"),
        ("export {};const [one, , [two = one]] = three;", "export{};const[e,,[t=e]]=three;"),
        (
            "export {};const { one, two: three, four = one } = {};one(one, four(four, four));",
            "export{};const{one:e,two:t,four:a=e}={};e(e,a(a,a));",
        ),
        (
            "export {};let one;({ one } = { one, two: one });one(one, one);",
            "export{};let e;({one:e}={one:e,two:e});e(e,e);",
        ),
        ("export {};for (const one of two) three(one);", "export{};for(const e of two)three(e);"),
        ("export {};try {} catch (one) { two(one); }", "export{};try{}catch(e){two(e);}"),
        ("export {};(class One { #two = One; });", "export{};(class e{#two=e;});"),
        ("export {};const one = `${one} one`;", "export{};const e=`${e} one`;"),
        (
            "export {};const one = async () => { one: for (;;) break one; };",
            "export{};const e=async()=>{one:for(;;)break one;};",
        ),
        ("export {};let one = { one() { return this.one; } };", "export{};let e={one(){return this.one;}};"),
    ],
)
def test_what_a_file_declares_gets_a_short_name(written: str, expected: str) -> None:
    assert sent(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        'import one,{two,three as four}from"./five.js";one(two,four);',
        'import*as one from"./five.js";one();',
        "export const one=1,{two}=one;",
        "export function one(){}",
        "export class One{}",
        "const one=1;export{one as two};",
        'export{one}from"./five.js";',
        "export default one;",
        "const one=1;function two(){}",
        "{let one;}one();export{};",
        "(one)=>one;one;export{};",
        "const{one,two}={};one(one,two);export{};",
        "for(one of two)one();export{};",
        "(class One{});One;export{};",
        "(function one(){});one;export{};",
        "if(one){var one=1;}one();export{};",
    ],
)
def test_what_may_be_seen_or_come_from_outside_keeps_its_name(text: str) -> None:
    assert sent(text) == text


def test_short_names_are_none_that_the_file_has_from_outside() -> None:
    assert sent("export {};const one = e + t;") == "export{};const a=e+t;"


def test_the_most_frequent_name_is_the_shortest() -> None:
    text = "".join(f"let name{number};" for number in range(80)) + "name79;export {};"
    found = re.findall(r"let (\w+);", sent(text))
    assert len(set(found)) == 80
    assert found[79] == "e"
    assert {len(name) for name in found} == {1, 2}
    assert not {"as", "do", "if", "in", "of"} & set(found)
