"""The rules about marks, in the order in which they are applied."""

from sitegen.content.marks.addresses import check_addresses
from sitegen.content.marks.bare_links import link_addresses
from sitegen.content.marks.broken_links import report_broken_links
from sitegen.content.marks.bullets import read_bullets
from sitegen.content.marks.cell_lines import join_cell_lines
from sitegen.content.marks.digit_stars import show_digit_stars
from sitegen.content.marks.hash_signs import show_hash_signs
from sitegen.content.marks.inner_quotes import set_quotes
from sitegen.content.marks.invisible import remove_invisible
from sitegen.content.marks.line_ends import read_line_ends
from sitegen.content.marks.look_alikes import read_look_alikes
from sitegen.content.marks.markdown_in_html import read_inside_elements
from sitegen.content.marks.note_titles import read_note_titles
from sitegen.content.marks.notes import set_notes
from sitegen.content.marks.odd_spaces import even_spaces
from sitegen.content.marks.open_bold import report_open_bold
from sitegen.content.marks.open_paragraphs import close_paragraphs
from sitegen.content.marks.paths import show_paths
from sitegen.content.marks.raw_marks import report_raw_marks
from sitegen.content.marks.references import check_references
from sitegen.content.marks.rule import Rule
from sitegen.content.marks.run_on_lines import report_run_on_lines
from sitegen.content.marks.separator_signs import mend_separators
from sitegen.content.marks.span_lines import join_span_lines
from sitegen.content.marks.structure import read_structure
from sitegen.content.marks.symbols import replace_symbols
from sitegen.content.marks.tab_rows import read_tab_rows
from sitegen.content.marks.tables import read_tables
from sitegen.content.marks.tags import show_wrong_tags
from sitegen.content.marks.tracking import cut_tracking

RULES: tuple[Rule, ...] = (
    remove_invisible,
    even_spaces,
    replace_symbols,
    join_span_lines,
    show_paths,
    read_line_ends,
    show_digit_stars,
    show_hash_signs,
    show_wrong_tags,
    close_paragraphs,
    cut_tracking,
    check_references,
    check_addresses,
    report_broken_links,
    read_inside_elements,
    report_raw_marks,
    set_quotes,
    read_bullets,
    join_cell_lines,
    read_tab_rows,
    mend_separators,
    read_tables,
    read_note_titles,
    set_notes,
    read_structure,
    read_look_alikes,
    report_open_bold,
    report_run_on_lines,
    link_addresses,
)
