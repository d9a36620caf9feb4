"""The bulletin board: jobs with their userids and results, jobs that submit jobs, messages, and what one rank exchanges with itself."""
from neuron import h
from oracle import result

h.load_file("stdrun.hoc")
pc = h.ParallelContext()


def fi(amp, dur=20):
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    soma.insert("hh")
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, dur, amp
    nc = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    times = h.Vector()
    nc.record(times)
    h.finitialize(-65)
    h.continuerun(dur)
    return [amp, list(times), soma(0.5).v]


def double(k):
    return 2 * k


def total(k):
    for i in range(3):
        pc.submit(double, k + i)
    s = 0
    while pc.working():
        s += pc.pyret()
    return s


ids = [pc.submit(fi, 0.1 * k) for k in range(3)]
ids.append(pc.submit(55, fi, 0.5, 10))
ids.append(pc.submit(fi, 0.6))
done = []
while True:
    job = pc.working()
    if not job:
        break
    done.append([job, pc.userid(), pc.retval(), pc.pyret()])
ids += [pc.submit(total, 10), pc.submit(total, 20)]
nested = []
while pc.working():
    nested.append([pc.userid(), pc.pyret()])
board = [pc.post("key", 3, "str", h.Vector([1, 2])), pc.post("key", 4), pc.post(17, 5), int(pc.look("none"))]
board += [int(pc.look("key")), pc.upkscalar()]
text, number, vec = h.ref(""), h.ref(0), h.Vector()
pc.upkstr(text)
board += [text[0], list(pc.upkvec())]
board += [int(pc.look_take("key")), pc.post("all", 6, "more", h.Vector([7])), pc.take("all", number, text, vec), number[0], text[0], list(vec)]
board += [int(pc.look_take("key", number)), number[0], int(pc.look_take("key")), int(pc.look_take("17")), pc.upkscalar()]
pc.pack(1, "two")
pc.pack(h.Vector([3, 4]))
pc.post("packed")
pc.take("packed")
pc.unpack(number, text, vec)
board += [number[0], text[0], list(vec)]
v, out = h.Vector([1, 2, 3]), h.Vector()
rank = [pc.id(), pc.nhost(), pc.id_world(), pc.nhost_world(), pc.id_bbs(), pc.nhost_bbs(), pc.barrier(), pc.allreduce(5, 1), pc.allreduce(v, 2),
        list(v), pc.allgather(7, out), list(out), pc.alltoall(v, h.Vector([3]), out), list(out), pc.broadcast(v, 0),
        pc.py_alltoall([[1, 2]]), pc.py_allgather("x"), pc.py_gather(4, 0), pc.py_broadcast("y", 0), pc.py_scatter(["z"], 0),
        pc.timeout(3), pc.timeout(20), pc.spike_compress(5, 1), pc.nthread(), pc.nthread(3), pc.nthread(1), pc.subworlds(1), pc.runworker(),
        pc.mpiabort_on_error(0), pc.mpiabort_on_error(1)]
result(ids=ids, done=done, nested=nested, board=board, rank=rank)
