package tabular

import (
	"strings"
	"unicode"
)

// plainName is the name of a column in small letters and figures alone.
func plainName(name string) string {
	var b strings.Builder
	for _, c := range name {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// A nameHint is what a column of some name means, and how likely.
type nameHint struct {
	means  Meaning
	weight float64
	role   string
}

// nameHints are by plain name. Names of the same meaning are in order of how
// well they fit: the first column that fits best is taken.
var nameHints = func() map[string]nameHint {
	hints := map[string]nameHint{}
	add := func(means Meaning, weight float64, names string) {
		for i, name := range strings.Fields(names) {
			if _, there := hints[name]; !there {
				hints[name] = nameHint{means: means, weight: weight - 0.005*float64(i)}
			}
		}
	}
	role := func(role string, names string) {
		for i, name := range strings.Fields(names) {
			hints[name] = nameHint{MeansActor, 0.9 - 0.005*float64(i), role}
		}
	}
	add(MeansStart, 0.95, "start startdate datestart date eventdate begin begindate beginning from datefrom when datetime signed datesigned signaturedate "+
		"dateofsignature signature sqldate day timestamp created published onset votedate visitdate 年月日 日付 日時 開始 開始日 날짜 일자 시작일 日期 开始日期 開始日期 datum fecha data dátum")
	add(MeansEnd, 0.95, "end enddate dateend finish finishdate to until dateto ended termination terminationdate stop 終了 終了日 종료일 结束日期 結束日期 bis hasta fin")
	add(MeansStartYear, 0.9, "startyear year styear begyear yearstart startyr yr année jahr año anno 年 연도 년도")
	add(MeansStartMonth, 0.9, "startmonth month stmon begmo startmo mon monat mes mois 月 월")
	add(MeansStartDay, 0.9, "startday stday begday startdy dayofmonth tag jour día 日 일")
	add(MeansEndYear, 0.9, "endyear endyr yearend")
	add(MeansEndMonth, 0.9, "endmonth endmon endmo")
	add(MeansEndDay, 0.9, "endday enddy")
	add(MeansStartTime, 0.8, "time starttime timeofday hour")
	add(MeansEndTime, 0.8, "endtime")
	add(MeansDateText, 0.8, "displaydate datedisplay datetext originaldate")
	add(MeansStartPrecision, 0.8, "timeprecision dateprec dateprecision precision startprecision datestartprecision startdateprecision")
	add(MeansEndPrecision, 0.8, "endprecision dateendprecision enddateprecision")
	add(MeansTitle, 0.95, "title headline event eventname name label what subject eventtext message eventtitle caption treatyname treaty agreement warname "+
		"conflictname agendaitem item task activity 件名 タイトル 名称 出来事 事件 사건 제목 명칭 标题 標題 titel titre título titolo")
	add(MeansSummary, 0.9, "summary description text notes note details detail abstract comment comments remarks content body story narrative 内容 説明 概要 내용 설명 描述 beschreibung descripción")
	add(MeansID, 0.9, "id eventid identifier uid uuid guid key eventkey code recordid globaleventid eventidcnty internalidentifier wikidata qid")
	add(MeansParent, 0.8, "parent parentid partof")
	add(MeansCategory, 0.9, "category type eventtype class kindofevent subeventtype topic theme group era issue crisistopic 種別 分類 분류 类别 類別 kategorie categoría catégorie")
	add(MeansCode, 0.9, "cameo cameocode cameoeventcode")
	add(MeansScore, 0.9, "goldstein goldsteinscale intensity goldsteinscore score")
	add(MeansTag, 0.8, "tag tags keyword keywords labels topics region")
	add(MeansPlace, 0.9, "place location where city venue town placename wherefought site locality 場所 장소 地点 地點 ort lieu lugar")
	add(MeansLat, 0.95, "lat latitude y placelat")
	add(MeansLon, 0.95, "lon lng long longitude x placelon placelng")
	add(MeansPoint, 0.9, "coordinates coordinate latlon latlng latlong coords geo coordinatelocation")
	add(MeansPublisher, 0.85, "publisher source sourcename newspaper outlet medium mediacredit 出典 출처 来源 來源")
	add(MeansURL, 0.9, "url link sourceurl weblink href website uri webaddress media")
	add(MeansSourceTitle, 0.8, "sourcetitle article articletitle reference citation")
	add(MeansSourceDate, 0.8, "sourcedate datepublished publicationdate publisheddate")
	add(MeansQuote, 0.8, "quote quotation excerpt")
	add(MeansLocator, 0.8, "page pages locator")
	add(MeansCollection, 0.8, "collection dataset chronology series")
	add(MeansConfidence, 0.8, "confidence certainty reliability")
	role("initiator", "sourceactor actor1 actor1name initiator sender fromactor sidea author visitor attacker")
	role("target", "targetactor actor2 actor2name target recipient receiver toactor addressee defender")
	role("", "actor actors participants participant party parties country countries member members membership state states state1 state2 nation nations who "+
		"organisation organization contractingparty signatories signatory stateparty vetoingmember 国 国名 국가 国家 國家 akteur akteure actores acteurs")
	role("host", "host hostcountry hostedby")
	role("mediator", "mediator mediators thirdparty")
	return hints
}()

// hintOf returns what a column of some name may mean.
func hintOf(name string) (nameHint, bool) {
	plain := plainName(name)
	if h, ok := nameHints[plain]; ok {
		return h, true
	}
	// side_a1 and mem12 are numbered; 国民の祝日・休日月日 ends in what it is.
	if stem := strings.TrimRight(plain, "0123456789"); stem != plain && stem != "" {
		if h, ok := nameHints[stem]; ok && h.means == MeansActor {
			return h, true
		}
		if strings.HasPrefix(stem, "memberveto") || stem == "mem" || stem == "sideb" {
			return nameHint{means: MeansActor, weight: 0.7}, true
		}
	}
	for _, suffix := range nameSuffixes {
		if strings.HasSuffix(plain, suffix.ending) && plain != suffix.ending {
			return suffix.hint, true
		}
	}
	return nameHint{}, false
}

// nameSuffixes are endings of longer names, the longest first.
var nameSuffixes = []struct {
	ending string
	hint   nameHint
}{
	{"startdate", nameHint{means: MeansStart, weight: 0.85}},
	{"enddate", nameHint{means: MeansEnd, weight: 0.85}},
	{"年月日", nameHint{means: MeansStart, weight: 0.85}},
	{"月日", nameHint{means: MeansStart, weight: 0.85}},
	{"日付", nameHint{means: MeansStart, weight: 0.85}},
	{"일자", nameHint{means: MeansStart, weight: 0.85}},
	{"날짜", nameHint{means: MeansStart, weight: 0.85}},
	{"日期", nameHint{means: MeansStart, weight: 0.85}},
	{"名称", nameHint{means: MeansTitle, weight: 0.85}},
	{"name", nameHint{means: MeansTitle, weight: 0.5}},
	{"title", nameHint{means: MeansTitle, weight: 0.7}},
	{"date", nameHint{means: MeansStart, weight: 0.8}},
	{"period", nameHint{means: MeansStart, weight: 0.5}},
	{"url", nameHint{means: MeansURL, weight: 0.7}},
	{"latitude", nameHint{means: MeansLat, weight: 0.7}},
	{"longitude", nameHint{means: MeansLon, weight: 0.7}},
}

// knownName reports a name that columns have.
func knownName(name string) bool {
	_, ok := hintOf(name)
	return ok && len(name) <= 40
}
