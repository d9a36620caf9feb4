package jupyter

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os/user"
	"time"

	"github.com/go-zeromq/zmq4"
)

// protocol is the version of the Jupyter messaging protocol that is spoken.
const protocol = "5.3"

// header says what a message is.
type header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Type     string `json:"msg_type"`
	Version  string `json:"version"`
}

// message is what comes from a front end, or goes there.
type message struct {
	identities [][]byte // the way back, put in front by the sockets
	header     header
	rawHeader  json.RawMessage // as it came: the parent header of the answers
	content    json.RawMessage
}

// The frames of a message, behind the identities and this delimiter: the
// signature, then header, parent header, metadata and content, each JSON.
//
// Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html
const delimiter = "<IDS|MSG>"

// wire signs and checks messages with the key that the front end gave.
type wire struct {
	key     []byte
	session string
	user    string
}

func newWire(key string) *wire {
	w := &wire{key: []byte(key), session: newID(), user: "gneuron"}
	if u, err := user.Current(); err == nil {
		w.user = u.Username
	}
	return w
}

// newID makes a random name of a message or a session.
func newID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// sign gives the signature of four frames; it is empty without a key.
func (w *wire) sign(frames [][]byte) string {
	if len(w.key) == 0 {
		return ""
	}
	mac := hmac.New(sha256.New, w.key)
	for _, f := range frames {
		mac.Write(f)
	}
	return hex.EncodeToString(mac.Sum(nil))
}

// decode reads a message and checks its signature.
func (w *wire) decode(frames [][]byte) (*message, error) {
	at := 0
	for at < len(frames) && string(frames[at]) != delimiter {
		at++
	}
	if len(frames) < at+6 {
		return nil, errors.New("a message has too few frames")
	}
	m := &message{identities: frames[:at]}
	body := frames[at+2 : at+6]
	if sign := w.sign(body); !hmac.Equal([]byte(sign), frames[at+1]) {
		return nil, errors.New("the signature of a message is wrong")
	}
	m.rawHeader, m.content = body[0], body[3]
	if err := json.Unmarshal(m.rawHeader, &m.header); err != nil {
		return nil, fmt.Errorf("the header of a message: %w", err)
	}
	return m, nil
}

// encode makes the frames of a message of a type that answers parent, which
// may be nil.
func (w *wire) encode(identities [][]byte, kind string, parent *message, content any) (zmq4.Msg, error) {
	h := header{ID: newID(), Session: w.session, Username: w.user, Type: kind, Version: protocol,
		Date: time.Now().UTC().Format("2006-01-02T15:04:05.000000Z")}
	up := json.RawMessage("{}")
	if parent != nil {
		up = parent.rawHeader
	}
	frames := make([][]byte, 4)
	for i, part := range []any{h, up, struct{}{}, content} {
		text, err := json.Marshal(part)
		if err != nil {
			return zmq4.Msg{}, fmt.Errorf("the message %s: %w", kind, err)
		}
		frames[i] = text
	}
	all := append(identities[:len(identities):len(identities)], []byte(delimiter), []byte(w.sign(frames)))
	return zmq4.NewMsgFrom(append(all, frames...)...), nil
}
