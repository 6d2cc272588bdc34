package assets

import _ "embed"

// The fonts of the program: Noto Sans, and DejaVu Sans Mono for EDTF and raw
// values of files. Their licences lie beside them.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	Regular []byte

	//go:embed fonts/NotoSans-Bold.ttf
	Bold []byte

	//go:embed fonts/NotoSans-Italic.ttf
	Italic []byte

	//go:embed fonts/DejaVuSansMono.ttf
	Mono []byte
)
