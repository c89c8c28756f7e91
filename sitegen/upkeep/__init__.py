"""Look after the files of a site: change many at once, all or none, and take the last change back.

page_renaming (which files a rename changes), terms/ (which the rename of a term changes), text_replacing (which a
replacement changes), fixes/ (which changes mend problems), file_changes (changes of files, and how they are shown),
confirming (shows them, and asks), applying (makes them, and keeps what they replace), undoing (takes the last ones
back).
What must not be lost is kept in `.sitegen-keep` in the site's folder, which no build touches.
"""
