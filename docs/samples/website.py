# ruff: noqa: INP001
"""The words of the sample slides about the website: those of the page of its name in content/tools/."""

SLIDES = (
    (
        "What the New LMP Website Can Do for You",
        (
            (
                "These are sample slides. The words of the original slides are not available here. "
                "These seven say what the FAQ says."
            ),
            "For UBT consultants, sponsors, co-leads and union partnership representatives",
        ),
    ),
    (
        "What is new",
        (
            "Team-Tested Practices: a team's story, the kind of tools it used, and goodies to download",
            "Filters that narrow any list",
            "Better search",
            "Works on phones and tablets",
        ),
    ),
    (
        "Find a tool",
        (
            "On the home page: the prominent link",
            "In the menu: Gallery",
            "By address: /tools",
            "Then narrow the list: topic, team level, dimension, role, tool type, format.",
        ),
    ),
    (
        "Watch a video, read a story",
        (
            "Videos: in the Gallery, or /videos",
            "Stories: most are in Team-Tested Practices",
            "Hank's stories: in the Gallery, or /hank",
        ),
    ),
    (
        "The UBT section is now the Path to Performance",
        (
            (
                "The Path to Performance toolkit is there too. Choose your team's level and a dimension, "
                "and you get a kit of tools and materials."
            ),
        ),
    ),
    (
        "The toolkits are now How-To Guides",
        (
            "Find them",
            "with the focus areas",
            "with the Path to Performance",
            "among the tools, as the tool type How-To Guide",
        ),
    ),
    (
        "Your region, and your feedback",
        (
            "Your region has a page of its own.",
            'Something broken or missing? Use the small blue "got feedback" tab at the right side of every page.',
        ),
    ),
)
"""(title, lines) of each slide."""
