"""Turkish short forms."""

from kiosk.core.abbreviations.lists import Abbreviations, listed

ABBREVIATIONS = Abbreviations(
    leading=listed("""
        dr prof doç yrd öğr arş bn by hz alb korg tümg tuğg tuğa koram oram yb bnb bçvş yzb üstğm tğm asb astsb
        çvş onb müh mim ecz uzm dt st mr mrs ms bkz krş örn ör çev s ss sf c md fık bl şek cad cd sk mah mh blv
        bulv apt no nu t.c m.ö m.s i.ö i.s çoğ ing fr alm yun lat p.s n.b e.g i.e
    """),
    numbered=listed("böl tel tlf faks gsm"),
    short=listed("""
        av gör op gen org haz yay ed sok a.ş aş ltd şti koop fak üniv üni enst inst bşk müd gn ist ank izm oca
        şub nis ağu eyl a.g.e a.g.m a.g.y age agm agy inc co corp jr sr
    """),
    closing=listed("vb vs vd vbg v.b v.s v.d etc"),
    dated=listed("yy sa dk sn m"),
    starters=listed("""
        o bu şu ben sen biz siz onlar bunlar şunlar ama ancak fakat lakin çünkü ve veya ya ayrıca sonra sonradan
        daha önce şimdi bugün dün yarın burada orada şurada böyle böylece öyle şöyle nasıl ne neden niçin niye
        nerede nereye nereden kim kimi hangi kaç her bazı birçok çok az hiç hiçbir hiçbiri herkes kimse bir biri
        birisi yine gene hâlâ hala artık belki elbette tabii evet hayır eğer madem hatta üstelik oysa oysaki
        yani işte bunun onun benim senin bizim sizin onların bunu şunu onu beni seni bizi buna ona bana sana
        bize bundan ondan bunda onda bununla onunla için sadece yalnız yalnızca tüm bütün diğer başka ardından
        derken nihayet sonunda ilk son iki üç dört beş lütfen teşekkürler peki aslında genellikle bazen sık
        özellikle örneğin kısacası hemen birden galiba sanırım keşke acaba haydi hadi değil var yok
    """),
    speaking=listed("dedi sordu bağırdı söyledi fısıldadı yanıtladı cevapladı ekledi diye"),
    letter_words=listed("o"),
    has_point_ordinals=True,
)
