"""Jupyter's own tests of a kernel, for the installed kernel "gneuron".

Needs jupyter_kernel_test (Debian: python3-jupyter-kernel-test).
"""

import unittest

import jupyter_kernel_test


class GneuronTests(jupyter_kernel_test.KernelTests):
    kernel_name = "gneuron"
    language_name = "javascript"
    file_extension = ".js"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('to stderr')"
    completion_samples = [
        {"text": "n.IClam", "matches": {"IClamp"}},
        {"text": "Math.sqr", "matches": {"sqrt"}},
        {"text": "consol", "matches": {"console"}},
    ]
    complete_code_samples = ["1", "const a = 3", "function f(x) {\n  return x\n}", "await 3", "import 'neuron'"]
    incomplete_code_samples = ["function f(x) {", "[1, 2,", "n.Section({L: 3,", "`abc"]
    invalid_code_samples = ["const const = 3", "f(]", "1 +* 2"]
    code_page_something = "n.IClamp?"
    code_generate_error = "throw new Error('wrong')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "[1, 2].map((x) => 2 * x)", "result": "[ 2, 4 ]"},
        {"code": "[{a: 1, b: 2}, {a: 3, b: 4}]", "mime": "text/html"},
        {"code": "'é' + 1", "result": "'é1'"},
    ]
    code_display_data = [
        {"code": "plt.plot([1, 3, 2]); plt.show()", "mime": "image/png"},
        {"code": "display([[1, 2], [3, 4]])", "mime": "text/html"},
    ]
    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "n.IClamp"
    code_clear_output = "display.clear()"


if __name__ == "__main__":
    unittest.main()
