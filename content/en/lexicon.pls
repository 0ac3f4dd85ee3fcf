<?xml version="1.0" encoding="UTF-8"?>
<!-- Names in the articles of this folder that voices read wrongly. A phoneme says how a name sounds; the alias below
     it is for voices that cannot be told a sound. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en" alphabet="ipa">
  <lexeme>
    <grapheme>Idlib</grapheme>
    <phoneme>ˈɪdlɪb</phoneme>
    <alias>Idd-lib</alias>
  </lexeme>
  <lexeme>
    <grapheme>Maarat al-Numan</grapheme>
    <phoneme>məˈɑːrɑt ænnuˈmɑːn</phoneme>
    <alias>Ma-ahrat an-Noomahn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Recep</grapheme>
    <phoneme>rɛˈdʒɛp</phoneme>
    <alias>Rejep</alias>
  </lexeme>
  <lexeme>
    <grapheme>Tayyip</grapheme>
    <phoneme>taɪˈiːp</phoneme>
    <alias>Tie-eep</alias>
  </lexeme>
  <lexeme>
    <grapheme>Erdogan</grapheme>
    <grapheme>Erdoğan</grapheme>
    <phoneme>ˈɛrdoʊɑːn</phoneme>
    <alias>Air-doe-ahn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Mevlut</grapheme>
    <phoneme>mɛvˈluːt</phoneme>
    <alias>Mev-loot</alias>
  </lexeme>
  <lexeme>
    <grapheme>Cavusoglu</grapheme>
    <grapheme>Çavuşoğlu</grapheme>
    <phoneme>tʃɑːˈvuːʃoʊluː</phoneme>
    <alias>Chavoosh-oloo</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sergei</grapheme>
    <phoneme>sɛrˈɡeɪ</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Lavrov</grapheme>
    <phoneme>lɑːvˈrɔːf</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Guterres</grapheme>
    <phoneme>ɡuːˈtɛrɛs</phoneme>
    <alias>Goo-terress</alias>
  </lexeme>
  <lexeme>
    <grapheme>Stephane Dujarric</grapheme>
    <phoneme>stɛˈfɑːn duːʒɑːˈriːk</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Bashar</grapheme>
    <phoneme>bəˈʃɑːr</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Fayez al-Serraj</grapheme>
    <phoneme>ˈfɑːjɛz æssəˈrɑːdʒ</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>IHH</grapheme>
    <alias>I H H</alias>
  </lexeme>
  <lexeme>
    <grapheme>GNA</grapheme>
    <alias>G N A</alias>
  </lexeme>
</lexicon>
