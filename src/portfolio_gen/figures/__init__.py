"""What a portfolio amounts to: pure functions from (portfolio, links, today) to numbers and facts.

Each can be called by itself. Where several are called on one portfolio, make `index_of(portfolio, links)` once and
hand it to each as `index`: without it each call goes through all entries again.

The people of a site are the persons in its portfolio who keep one. What belongs to somebody else is counted for
nobody. A partial date counts as its first day; without a date an entry counts, but never as the newest.
Nothing here compares persons. A portfolio holds what one audience may see, so its figures tell of nothing else.

    people     who is on the site, in a team, leads, helps with something, learns it
    claims     what each person's entries say about competencies: all else is counted from these
    index      a portfolio turned around, made once
    targets    what a role asks for, and what goals aim at
    profile    where a person stands in each competency
    gaps       what a role asks for and somebody has not shown
    growth     levels over time
    goals      what moved a goal, and whether time runs out
    promises   what was agreed and is not done
    revisits   what is due for a second look
    calendar   the days that a person's calendar holds
    rhythm     the weeks in which somebody wrote, for that person alone
    attention  what to look at next
    coverage   a group of people, without their names
    groups     what may be said about a group
"""
