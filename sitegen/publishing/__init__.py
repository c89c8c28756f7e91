"""Publish a site to the places that site.yaml names, and take a release back.

The steps: preparing (builds and checks), publication (looks, plans, carries out), finishing (keeps the release, writes
the ledger, asks the web server). What they stand on: release_contents (what is sent), target_folder (where to),
target_manifest (what a target knows of itself), surveying (what is really there), planning (what is to be done, from
these three), plan_summary and plan_words (the same for people), sending (does it, and can be cut at any moment),
target_files, folder_files and rclone_files (what a target can do), destinations and local_targets (where it lies),
rclone_server, atomic_folder, target_lock, kept_releases, source_folder, ledger_upkeep, verifying, target_errors.

On time: date_changes (what dates change on a site), last_release (what was published, from its own sources),
due_release (publishes it as of another moment), upcoming (what comes next), schedule_times and schedule_recipes (for
schedulers).

Sign-off: waiting_pages (what lacks one), held_pages (what goes out in its place), signed_release (both, with the
build), sign_off_words, kept_texts. For the team: checked_facts, page_weights, proof.
No function asks or prints: commands do, and others may.
"""
