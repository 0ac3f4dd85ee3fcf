"""English words of appeals for donations; see appeal_signals for what each list means. Data only."""

WORDS = {
    "labels": """
        a message from | message from | a special message from | an important message from |
        a personal message from | an urgent message from | a quick message from | a short message from |
        a note from | a quick note from | a short note from | a personal note from | a special note from
        | a word from | a letter from | an open letter from | an appeal from | a special appeal from |
        a personal appeal from | a message to our readers from | a message to readers from |
        a note to our readers from | a note to readers from | a letter to our readers from |
        a request from
    """,
    "greetings": """
        dear readers | dear reader | dear friends | dear friend | dear subscribers | dear supporters |
        dear listeners | to our readers | hello readers | a message to our readers |
        a message to readers | a note to our readers | a note to readers | a letter to our readers
    """,
    "hooks": """
        before you go | before you leave | since you're here | since you are here | now that you're here
        | as you're joining us | as you are joining us | while you're here | while you are here |
        if you've made it this far | if you've read this far | if you have read this far | you've read |
        we have a small favor to ask | we have a small favour to ask | we have a favor to ask |
        we have a favour to ask | we need your help | we need your support | if you value our |
        if you enjoyed this | enjoyed this | if you found this | if you like our | thank you for reading
        | thanks for reading | will you help | can you help | help us keep | help us stay
    """,
    "asks": """
        support us | support our | supporting us | supporting our | your support | your donation |
        your donations | your contribution | your contributions | your gift | your generosity |
        make a donation | make a contribution | make a gift | please donate | please support |
        please give | please contribute | please subscribe | please help | consider supporting |
        consider donating | consider giving | consider a donation | consider making |
        consider contributing | consider becoming | consider subscribing | donate today | donate now |
        donate to us | give today | contribute today | contribute now | help us | fund us | fund our |
        chip in | back us | give what you can | become a supporter | become a patron | become a paid |
        become a paying | become a monthly | become our | with your help | we need your help |
        every contribution | every donation | support independent | support free | support quality |
        help keep | help fund | help sustain | help protect | reader-funded | reader funded |
        reader-supported | reader supported | funded by readers | funded by our readers |
        supported by readers | supported by our readers | readers like you | stand with us |
        keep us going | keep us independent | make a difference | pay what you can | join our supporters
        | support the work we do | you can support | you could support | you can help
    """,
    "weak_asks": """
        donat* | contribut* | subscrib* | support* | patron* | become a member | become members |
        membership*
    """,
    "ours": """
        our journalism | our independent journalism | our work | our reporting | our newsroom |
        our journalists | our newspaper | our magazine | our website | our site | our coverage |
        our independence | our reporters | our editorial | our stories | our investigations |
        our mission
    """,
    "we": "we | us | our | ours | we're | we've | we'll | we'd | ourselves",
    "you": "you | your | you're | you've | you'll | yours",
    "tails": """
        thank you | thanks for | thanks to | privacy policy | personal data | personal information |
        unsubscribe | reminder | remind you | terms and conditions | we will send you | we'll send you |
        we will contact you | not ready to
    """,
    "months": "monthly | a month | a-month | per month | each month | every month | */month | */mo | p/m",
    "years": """
        yearly | annually | annual | a year | a-year | per year | each year | every year | */year | */yr
    """,
    "onces": "once | one-time | one time | one-off | single | just once",
    "button_starts": """
        support | donate to | donate | contribute to | subscribe to | become a | remind me | give to |
        join the | make a
    """,
    "dismissals": """
        remind me later | remind me next month | remind me in a month | remind me | not now |
        maybe later | no thanks | no, thanks | no, thank you | ask me later | later
    """,
    "scales": "million* | billion* | trillion* | thousand* | m | mn | bn | tn | k",
    "reports": """
        said | says | told | according to | added | reported | announced | stated | wrote | asked |
        explained | argued | warned | spokesman | spokeswoman | spokesperson
    """,
    "names_after": """
        support | supporting | donating to | donate to | contribute to | contributing to | subscribe to
        | subscribing to | we at | team at | journalists of | editors of | member of | supporter of |
        behalf of
    """,
    "name_noise": """
        us at | the team at | our team at | everyone at | all of us at | the editors of | the editors at
        | the editor of | the editorial team of | the editorial team at | the editorial board of |
        the staff of | the journalists of | the publisher of | the publishers of | the newsroom of |
        the newsroom at
    """,
    "topics": """
        journalism | newsroom* | the press | free press | reporting | independent* | media | news |
        newspaper*
    """,
    "buttons": """
        support us | support us now | support us today | support now | support | support our work |
        support our journalism | support independent journalism | support our newsroom | donate |
        donate now | donate today | donate here | contribute | contribute now | contribute today |
        subscribe | subscribe now | become a member | become a supporter | become a patron | join us |
        join now | join | continue | close | x | no thanks | no thank you | not now | not today |
        maybe later | later | remind me later | remind me | remind me tomorrow | remind me next week |
        remind me next month | remind me in a month | remind me next time | remind me in a week |
        ask me later | i already support | i already donate | i already support you |
        already a supporter | already a member | i'm already a supporter | i'm already a member |
        dismiss | skip | yes i'll help | give now | give | give today | give monthly | give once |
        make a donation | make a contribution | learn more | find out more | show me how | sign in |
        log in | once | one time | one-time | one off | single | monthly | yearly | annual | annually |
        per month | per year | other | other amount | custom amount | help us | help | pay | pay now |
        set a reminder | set reminder | hide this message | hide | don't ask again |
        don't show this again | donate monthly | donate once | choose an amount | support from $1
    """,
}
