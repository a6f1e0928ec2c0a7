/** Words that say nothing by themselves, in the languages of the lexicons. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those it its is are was were be been being am has have had do does did will would shall should can could may might must of to in on at by for from with as and or but if because so than then there here which who whom whose what when while into onto upon about over under out off up down via per due reason following please sorry also any some all each every one other another same our your his her their my more most very been currently now again still just only yet too see visit contact information info details more e.g i.e etc id ref error smtp esmtp mta mx code status requested action taken server expected got received',
    'der die das den dem des ein eine einen einem einer eines ist sind war waren wurde wurden wird werden sein hat haben und oder aber weil da dass wenn so als auch nur noch von vom zu zum zur mit auf an am im in aus bei für über unter durch gegen bitte folgender folgende grund es sie er ihr ihre dieser diese dieses diesem diesen kann können konnte konnten',
    'le la les l un une des du de d et ou mais est sont était a ont été être pour par avec dans sur sous en au aux ce cette ces il elle qui que quoi dont car veuillez votre vos son sa ses plus',
    'el los las un una unos unas del al y o pero es son era fue ha han sido ser por para con en sobre sin que se su sus este esta estos estas lo por_favor',
    'il lo gli i un uno una del della dei delle dello al alla ai alle da dal dalla di e o ma è sono era stato stata stati essere ha hanno per con in nel nella su sul sulla che si perché questo questa',
    'o os as um uma do da dos das no na nos nas e ou mas é são era foi foram ser está por para com em sobre que se seu sua este esta minha meu',
    'het een de en of maar is zijn was werd wordt worden heeft hebben van voor met op aan in uit bij door naar te dit deze die dat er',
    'i w z na do od dla przez o jest są był była było być się ten ta to te tego tej',
    'и в на с к по от для из у о за при это этот эта был была было были быть что как',
  ]
    .join(' ')
    .split(' '),
);
