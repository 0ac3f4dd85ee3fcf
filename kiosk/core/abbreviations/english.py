"""English short forms."""

from kiosk.core.abbreviations.lists import Abbreviations, listed

ABBREVIATIONS = Abbreviations(
    leading=listed("""
        mr mrs ms mx messrs mme mlle dr drs prof profs revd pres gov govs sen sens lt lieut capt cpt cmdr cdr
        adm sgt sgts pvt pfc cpl brig insp supt amb atty mt mts e.g eg i.e ie cf viz vs v ca approx circa incl
        esp resp p.s p.p.s n.b attn
    """),
    numbered=listed("""
        refs no art app apt ex sec sect chap fig par ref max min est sat sun wed add
    """),
    short=listed("""
        st ste sr jr snr jnr esq hon rep reps rev fr gen col maj det inc ltd co corp bros plc llc cie mfg mfrs
        assn assoc dept depts univ inst intl natl govt mgmt ave blvd rd hwy fwy pl ct ln pkwy rte rt bldg rm jan
        feb mar apr jun jul aug sep sept oct nov dec mon tue tues thu thur thurs fri ala ariz calif colo conn
        del fla ind kan ky mich minn mo mont neb nev okla ore penn tenn tex va vt wis wyo ont alta p pp vol vols
        ch chaps figs sects para paras nos n° nr eq eqs pt pts ed eds edn trans transl repr publ suppl ser op
        cit loc ibid al seq tel ext avg orig
    """),
    closing=listed("etc a.m p.m"),
    dated=listed("a.d b.c b.c.e c.e ft yd yds oz lb lbs gal hr hrs mins secs yr yrs mos wk wks sq cu"),
    starters=listed("""
        a an the this that these those he she it we they you i my his her its our their your there here who
        whose what whatever when whenever where wherever why how which whichever whether if while whilst after
        before although though because since as at in on by for from with without within to until unless under
        during about above across against along around behind below beneath beside besides beyond inside outside
        near upon and but or so yet nor then thus hence therefore however moreover furthermore meanwhile
        nevertheless nonetheless otherwise instead indeed still also again once now today yesterday tomorrow
        tonight later soon finally eventually suddenly recently currently usually often sometimes always never
        rarely perhaps maybe probably possibly certainly clearly surely obviously fortunately unfortunately
        apparently actually any some many most much more few fewer several all each every both neither either no
        not none another other others such just only even almost nearly especially anyone anybody anything
        everyone everybody everything someone somebody something nobody nothing nowhere people did do does is
        are was were am be has have had can cannot could would should shall might must let please yes well oh ah
        hello thanks sorry despite regardless between among like unlike according given two three four five six
        seven eight nine ten eleven twelve twenty thirty forty fifty hundreds thousands it's he's she's that's
        there's here's what's who's where's how's i'm i've i'll i'd we're we've we'll we'd they're they've
        they'll you're you've you'll don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't
        wouldn't shouldn't haven't hasn't let's mr mrs ms
    """),
    openings=listed("at by around about before after until till since from on in during towards near"),
    followers=listed("""
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december eastern central mountain pacific atlantic greenwich edt est
        cst cdt mst mdt pst pdt gmt utc bst cet cest et ct pt mt
    """),
    speaking=listed("""
        said says asked asks replied replies answered answers cried cries shouted shouts whispered whispers
        added adds wrote writes told exclaimed demanded wondered murmured muttered yelled called screamed
        laughed sighed insisted continued explained snapped begged pleaded repeated
    """),
    letter_words=listed("I"),
)
