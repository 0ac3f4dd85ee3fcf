"""Turkish words of appeals for donations; see appeal_signals for what each list means. Data only."""

WORDS = {
    "labels": "mesaj gönderen | editörden | yayıncıdan",
    "label_nouns": """
        bir mesaj | bir mesajı | mesaj | mesajı | önemli bir mesaj | özel bir mesaj | kısa bir mesaj |
        bir not | bir çağrı | bir mektup | okurlarımıza mesaj | okurlara mesaj | okurlarına mesaj |
        okurlarımıza bir mesaj | okurlarına bir mesaj | okurlara bir mesaj | okurlarına mesajı |
        okurlarımıza mesajı
    """,
    "greetings": """
        değerli okurlar | değerli okurlarımız | sevgili okurlar | sevgili okurlarımız |
        değerli okuyucular | değerli okuyucularımız | sevgili okuyucular | sevgili okuyucularımız |
        değerli okur | değerli okurumuz | sevgili okur | sevgili okurumuz | sayın okurlar |
        sayın okurlarımız | kıymetli okurlar | kıymetli okurlarımız | okurlarımıza | sevgili dostlar |
        değerli dostlar
    """,
    "hooks": """
        gitmeden önce | ayrılmadan önce | sayfadan ayrılmadan | buradayken | hazır buradayken |
        sizden bir ricamız var | bir ricamız var | küçük bir ricamız var | desteğinize ihtiyacımız var |
        yardımınıza ihtiyacımız var | bu yazıyı beğendiyseniz | bu haberi beğendiyseniz |
        haberlerimizi beğeniyorsanız | okuduğunuz için teşekkür*
    """,
    "asks": """
        destek ol* | bize destek* | bizi destekle* | desteklemek ister* | destek verin* |
        destek verebilir* | desteğiniz* | desteklerini* | katkınız* | katkılarınız* | katkıda bulun* |
        katkı sağla* | bağış yap* | bağışta bulun* | bağışınız* | bağışlarınız* | abone olun |
        abone olarak | üye olun | üye olarak | yardım edin | bize yardım* | yardımınız* |
        gazeteciliği destekle* | gazeteciliğimizi destekle* | her katkı | her bağış | okur desteğiyle |
        okurlarının desteğiyle | okurlarımızın desteğiyle | yanımızda ol*
    """,
    "weak_asks": "destek* | bağış* | katkı* | abone* | üyelik*",
    "ours": """
        gazeteciliğimiz* | bağımsız gazeteci* | çalışmalarımız* | haberciliğimiz* | yayınlarımız* |
        yayıncılığımız* | gazetemiz* | haberlerimiz* | muhabirlerimiz* | gazetecilerimiz* | ekibimiz* |
        bağımsızlığımız*
    """,
    "we": """
        biz | bizi | bize | bizim | bizden | bizimle | *yoruz | *acağız | *eceğiz | *ımız | *imiz |
        *umuz | *ümüz | *ımızı | *imizi | *umuzu | *ümüzü | *ımıza | *imize | *umuza | *ümüze | *ımızın
        | *imizin | *umuzun | *ümüzün | *ımızla | *imizle | *mayız | *meyiz
    """,
    "you": """
        siz | sizi | size | sizin | sizden | sizinle | *iniz | *ınız | *unuz | *ünüz | *inizi | *ınızı |
        *inize | *ınıza | *inizle | *ınızla | *siniz | *sınız
    """,
    "tails": "teşekkür* | gizlilik* | kişisel veri* | hatırlatma* | hazır değil misiniz",
    "months": "ayda | aylık | her ay | ay başına | */ay | aydan",
    "years": "yılda | yıllık | her yıl | senede | senelik | */yıl",
    "onces": "bir kez | bir defa* | tek sefer* | bir kereliğine | bir kerelik | bir seferlik",
    "button_starts": """
        destek ol | destekle | bağış yap | bana daha sonra | bana sonra | daha sonra | abone ol | üye ol
    """,
    "dismissals": """
        daha sonra hatırlat | daha sonra hatırlatın | sonra hatırlat | bana sonra hatırlat |
        bana daha sonra hatırlat | bana daha sonra hatırlatın | şimdi değil | hayır, teşekkürler |
        belki daha sonra | daha sonra
    """,
    "scales": "milyon* | milyar* | bin | trilyon*",
    "reports": """
        dedi | söyledi | belirtti | açıkladı | ifade etti | göre | ekledi | bildirdi | anlattı | konuştu
        | vurguladı | istedi
    """,
    "names_after": "desteklediğiniz",
    "name_noise": "editörü | yayıncısı | ekibi",
    "topics": "gazeteci* | habercilik* | medya* | basın* | bağımsız* | haber*",
    "buttons": """
        destek ol | destek olun | bize destek ol | bize destek olun | bizi destekle | bizi destekleyin |
        destekle | destekleyin | bağış yap | bağış yapın | şimdi bağış yap | şimdi destek ol | abone ol
        | abone olun | üye ol | üye olun | daha sonra hatırlat | daha sonra hatırlatın | sonra hatırlat
        | bana sonra hatırlat | bana daha sonra hatırlat | bana daha sonra hatırlatın |
        gelecek ay hatırlat | bir ay sonra hatırlat | daha sonra | sonra | şimdi değil |
        belki daha sonra | hayır teşekkürler | kapat | devam | devam et | aylık | yıllık | her ay |
        bir kez | tek seferlik | diğer | diğer tutar | başka bir tutar | daha fazla bilgi |
        katkıda bulun | katkıda bulunun | vazgeç | geç | giriş yap | bir daha sorma | ödeme yap
    """,
}
