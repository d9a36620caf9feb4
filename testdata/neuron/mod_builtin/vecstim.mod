TITLE Events at the times of a Vector

COMMENT
What gneuron has built in, for NEURON: play(vector) gives the times.
ENDCOMMENT

NEURON {
    THREADSAFE
    ARTIFICIAL_CELL VecStim
    POINTER where
}

ASSIGNED {
    k
    due (ms)
    where
}

VERBATIM
extern int vector_capacity();
extern double* vector_vec();
extern void* vector_arg();
ENDVERBATIM

INITIAL {
    k = 0
    look()
    if (k > 0) {
        net_send(due - t, 7)
    }
}

NET_RECEIVE(w) {
    if (flag == 7) {
        net_event(t)
        look()
        if (k > 0) {
            net_send(due - t, 7)
        }
    }
}

PROCEDURE look() {
VERBATIM
    void* times = *((void**)(&(_p_where)));
    if (times && k >= 0 && (int)k < vector_capacity(times)) {
        due = vector_vec(times)[(int)k];
        k = k + 1.;
    } else {
        k = -1.;
    }
ENDVERBATIM
}

PROCEDURE play() {
VERBATIM
    *((void**)(&(_p_where))) = ifarg(1) ? vector_arg(1) : (void*)0;
ENDVERBATIM
}
