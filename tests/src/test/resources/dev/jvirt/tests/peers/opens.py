"""opens.py: opens what each line of its input names, and tells how that went.

A line is a URI and, after tabs, the answers to the questions that come; "nobody" as the only answer means that nobody can
be asked. The answer is a line of code, domain, message and all questions, parted by tabs.
"""

import sys

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)
KINDS = [
    libvirt.VIR_CRED_USERNAME,
    libvirt.VIR_CRED_AUTHNAME,
    libvirt.VIR_CRED_PASSPHRASE,
    libvirt.VIR_CRED_ECHOPROMPT,
    libvirt.VIR_CRED_NOECHOPROMPT,
    libvirt.VIR_CRED_REALM,
]


def outcome(uri, answers):
    asked = []

    def answer(questions, _):
        for question in questions:
            asked.append(f"{question[0]}:{question[1]}")
            if not answers:
                return -1
            question[4] = answers.pop(0)
        return 0

    try:
        if answers == ["nobody"]:
            connection = libvirt.open(uri)
        else:
            connection = libvirt.openAuth(uri, [KINDS, answer, None], 0)
        result = ["0", "0", connection.getURI()]
        connection.close()
    except libvirt.libvirtError as error:
        message = " ".join(error.get_error_message().split())
        result = [str(error.get_error_code()), str(error.get_error_domain()), message]
    return "\t".join(result + asked)


for line in sys.stdin:
    words = line.rstrip("\n").split("\t")
    print(outcome(words[0], words[1:]), flush=True)
