"""Tries to log in: a line of standard input is URI, user, password, credential types, parted by tabs; so is the answer to each."""
import sys
import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)


def answering(user, password):
    def answer(questions, _):
        if password == 'CANCEL':
            return -1
        for question in questions:
            kind, default = question[0], question[3]
            given = {libvirt.VIR_CRED_AUTHNAME: user, libvirt.VIR_CRED_PASSPHRASE: password}
            question[4] = given.get(kind, default or '')
        return 0
    return answer


def attempt(uri, user, password, types):
    try:
        if types:
            kinds = [int(kind) for kind in types.split(',')]
            connection = libvirt.openAuth(uri, [kinds, answering(user, password), None], 0)
        else:
            connection = libvirt.open(uri)
        with_domains = len(connection.listAllDomains())
        connection.close()
        return 'ok %d' % with_domains
    except libvirt.libvirtError as e:
        return '%d %d %s' % (e.get_error_code(), e.get_error_domain(), e.get_error_message())


for line in sys.stdin:
    print(attempt(*line.rstrip('\n').split('\t')), flush=True)
